namespace ProgramReview.Local.Engine.Running;

/// <summary>How long texts may be, so that every store can keep them.</summary>
internal static class Bounds
{
    public const int LongestPayload = 16 * 1024 * 1024;
    public const int LongestName = 4096;

    /// <summary>Refuses a payload that is longer; larger contents belong elsewhere, and here only where they are.</summary>
    public static string? Payload(string? text) => Check(text, LongestPayload, "The payload");

    /// <summary>Refuses a name, a version or a reason that is longer.</summary>
    public static string Name(string text, string what) => Check(text, LongestName, what)!;

    private static string? Check(string? text, int longest, string what) =>
        text is null || text.Length <= longest
            ? text
            : throw new ArgumentException(
                $"{what} is longer than {longest:N0} characters. Keep large contents elsewhere and hand on where they are."
            );
}
