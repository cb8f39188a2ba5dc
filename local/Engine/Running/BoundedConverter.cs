using Microsoft.DurableTask;

namespace ProgramReview.Local.Engine.Running;

/// <summary>Refuses to write what no store could keep.</summary>
internal sealed class BoundedConverter(DataConverter inner) : DataConverter
{
    /// <summary>Refuses a text that is longer than allowed.</summary>
    public static string? Check(string? text, int longest, string what) =>
        text is null || text.Length <= longest
            ? text
            : throw new ArgumentException(
                $"{what} is longer than {longest:N0} characters. Keep large contents elsewhere and hand on where they are."
            );

    public override string? Serialize(object? value) =>
        Check(inner.Serialize(value), DurableEngine.LongestPayload, "The payload");

    public override object? Deserialize(string? data, Type targetType) =>
        inner.Deserialize(data, targetType);
}
