using System.Globalization;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Host.Pages;

namespace ProgramReview.Local.Host.Time;

/// <summary>What a person can do with the local clock, from the pages or the keyboard.</summary>
internal sealed class ClockControl(SegmentedClock clock, Func<DateTimeOffset?> nextEvent)
{
    private static readonly double[] Speeds = [1, 60, 600, 3_600, 21_600, 86_400, 604_800];

    /// <summary>The product's time now.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Product seconds in a wall second while the clock runs.</summary>
    public double Speed => clock.Speed;

    /// <summary>Whether the clock stands still.</summary>
    public bool IsPaused => clock.IsPaused;

    /// <summary>When something happens next by itself, if anything does.</summary>
    public DateTimeOffset? NextEvent => nextEvent();

    /// <summary>The zone in which instants are shown.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>An instant in the zone of the product's pages, with its distance from UTC.</summary>
    public string Show(DateTimeOffset instant, Language language = Language.En)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return InstantText.Weekday(language, DateOnly.FromDateTime(local.DateTime))
            + local.ToString(" HH:mm:ss ", CultureInfo.InvariantCulture)
            + (
                local.Offset == TimeSpan.Zero
                    ? "UTC"
                    : local.ToString("'UTC'zzz", CultureInfo.InvariantCulture)
            );
    }

    /// <summary>Carries out a command by its name.</summary>
    /// <returns>Whether there is such a command.</returns>
    public bool Do(string command)
    {
        switch (command)
        {
            case "pause":
                clock.Pause();
                return true;
            case "continue":
                clock.Run();
                return true;
            case "toggle":
                return Do(clock.IsPaused ? "continue" : "pause");
            case "faster":
                clock.SetSpeed(Speeds.FirstOrDefault(speed => speed > clock.Speed, Speeds[^1]));
                return true;
            case "slower":
                clock.SetSpeed(Speeds.LastOrDefault(speed => speed < clock.Speed, Speeds[0]));
                return true;
            case "next":
                if (NextEvent is { } next)
                {
                    clock.JumpTo(next);
                }

                return true;
            default:
                return false;
        }
    }

    /// <summary>The speed in words.</summary>
    public string SpeedText(Language language = Language.En) =>
        clock.Speed switch
        {
            1 => LocalText.RealTime.In(language),
            >= 86_400 and var fast when fast % 86_400 == 0 => $"{fast / 86_400:0} d in 1 s",
            >= 3_600 and var fast when fast % 3_600 == 0 => $"{fast / 3_600:0} h in 1 s",
            >= 60 and var fast when fast % 60 == 0 => $"{fast / 60:0} min in 1 s",
            var other => string.Create(CultureInfo.InvariantCulture, $"{other:0.##} s in 1 s"),
        };
}
