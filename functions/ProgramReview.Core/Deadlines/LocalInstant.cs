using System.Globalization;

namespace ProgramReview.Core.Deadlines;

/// <summary>
/// Reads an instant that a person typed as the clock of a zone shows it, or a program sent with its offset. A local time that clocks skip
/// or show twice is not guessed.
/// </summary>
public static class LocalInstant
{
    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
    ];

    private static readonly string[] Exact =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
    ];

    /// <summary>Reads what a form or a program sent; a local time that clocks skip or show twice is no instant.</summary>
    /// <param name="text">A local time in whole minutes or seconds, or an instant with its offset.</param>
    /// <param name="zone">The zone a local time is meant in.</param>
    /// <param name="instant">The instant.</param>
    /// <returns>Whether the text says exactly one instant.</returns>
    public static bool TryRead(string? text, TimeZoneInfo zone, out Deadline instant)
    {
        var culture = CultureInfo.InvariantCulture;
        if (
            DateTimeOffset.TryParseExact(
                text,
                Exact,
                culture,
                DateTimeStyles.AssumeUniversal,
                out var exact
            )
        )
        {
            instant = Deadline.At(exact);
            return true;
        }
        if (
            DateTime.TryParseExact(text, Local, culture, DateTimeStyles.None, out var local)
            && !zone.IsInvalidTime(local)
            && !zone.IsAmbiguousTime(local)
        )
        {
            instant = Deadline.At(new DateTimeOffset(local, zone.GetUtcOffset(local)));
            return true;
        }
        instant = default;
        return false;
    }
}
