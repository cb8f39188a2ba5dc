using System.Globalization;
using System.Text.RegularExpressions;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads instants, lengths of time and times of day.</summary>
internal sealed partial class Times(FaultLog log, DateTimeOffset? start, TimeZoneInfo zone)
{
    private const int EarliestYear = 2000;
    private const int LatestYear = 2200;
    private const int LongestDays = 3660;

    private readonly DateTimeOffset? start = start?.AddTicks(
        -(start.Value.Ticks % TimeSpan.TicksPerSecond)
    );
    private bool saidThatStartIsMissing;

    public TimeZoneInfo Zone => zone;

    /// <summary>An instant with offset, or one that counts from the start.</summary>
    public DateTimeOffset? Instant(YamlValue value, string path)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        return RelativeForm.Match(text) is { Success: true } match
            ? Relative(value, path, match.Groups[1].Value)
            : Absolute(value, path, text);
    }

    /// <summary>A length of time such as <c>10d</c>, <c>4h</c>, <c>15m</c> or <c>90s</c>.</summary>
    public TimeSpan? Length(YamlValue value, string path)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        if (ParseLength(text) is { } length)
        {
            return length;
        }

        log.Add(
            value,
            path,
            $"'{text}' is not a length of time",
            "Write a number and d, h, m or s: 10d, 4h, 15m, 90s"
        );
        return null;
    }

    /// <summary>A time of day such as <c>09:00</c>.</summary>
    public TimeOnly? OfDay(YamlValue value, string path)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        if (
            TimeOnly.TryParseExact(
                text,
                "HH:mm",
                CultureInfo.InvariantCulture,
                default,
                out var time
            )
        )
        {
            return time;
        }

        log.Add(
            value,
            path,
            $"'{text}' is not a time of day",
            "Write hours and minutes: \"09:00\""
        );
        return null;
    }

    private DateTimeOffset? Relative(YamlValue value, string path, string distance)
    {
        var length = distance.Length == 0 ? TimeSpan.Zero : ParseLength(distance);
        if (length is null)
        {
            log.Add(
                value,
                path,
                $"'{distance}' is not a length of time",
                "Write start + 40s, start + 4h or start + 2d"
            );
            return null;
        }

        if (start is { } from)
        {
            return InRange(value, path, from.Year < LatestYear ? from + length.Value : from);
        }

        if (!saidThatStartIsMissing)
        {
            saidThatStartIsMissing = true;
            log.Add(
                value,
                path,
                "The plan counts from its start, but no start is given",
                "Give a start instant"
            );
        }
        else
        {
            log.Skip(path);
        }

        return null;
    }

    private DateTimeOffset? Absolute(YamlValue value, string path, string text)
    {
        if (AbsoluteForm.Match(text) is not { Success: true } match)
        {
            log.Add(
                value,
                path,
                $"'{text}' is not an instant",
                "Write day, time and offset, 2024-10-01T00:00:00+07:00, or a time from the start, start + 2d"
            );
            return null;
        }

        if (match.Groups["fraction"].Success)
        {
            log.Add(value, path, $"'{text}' has a fraction of a second", "Use whole seconds");
            return null;
        }

        if (!match.Groups["offset"].Success)
        {
            log.Add(
                value,
                path,
                $"'{text}' has no offset, so nobody knows when it is",
                $"Write {text}+07:00 or the like"
            );
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, default, out var instant))
        {
            return InRange(value, path, instant);
        }

        log.Add(value, path, $"'{text}' does not exist", "Check month, day, time and offset");
        return null;
    }

    private DateTimeOffset? InRange(YamlValue value, string path, DateTimeOffset instant)
    {
        if (instant.Year is >= EarliestYear and <= LatestYear)
        {
            return instant;
        }

        log.Add(
            value,
            path,
            "The year is out of range",
            FormattableString.Invariant($"Stay in {EarliestYear} to {LatestYear}")
        );
        return null;
    }

    private static TimeSpan? ParseLength(string text)
    {
        if (LengthForm.Match(text) is not { Success: true } match)
        {
            return null;
        }

        var count = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var length = match.Groups[2].Value switch
        {
            "d" => TimeSpan.FromDays(count),
            "h" => TimeSpan.FromHours(count),
            "m" => TimeSpan.FromMinutes(count),
            _ => TimeSpan.FromSeconds(count),
        };
        return length <= TimeSpan.FromDays(LongestDays) ? length : null;
    }

    [GeneratedRegex(@"^([0-9]{1,6}) ?([dhms])\z")]
    private static partial Regex LengthForm { get; }

    [GeneratedRegex(@"^start(?: ?\+ ?(.*))?\z")]
    private static partial Regex RelativeForm { get; }

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(?<fraction>\.[0-9]+)?)?(?<offset>Z|[+-][0-9]{2}:[0-9]{2})?\z"
    )]
    private static partial Regex AbsoluteForm { get; }
}
