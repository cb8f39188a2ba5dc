using System.Collections.Immutable;
using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Deadlines;

/// <summary>
/// Timeliness depends on the commit instant alone. Cases are drawn around the deadlines, where a mistake would show, and told to the record in
/// every way news can come: late, twice, out of order, through any entrance, in any zone.
/// </summary>
public sealed class FairnessTests
{
    private static readonly int Cases =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1" ? 1_000_000 : Many;

    /// <summary>An instant near a deadline: exactly on it, a tick or a second beside it, or up to a month away.</summary>
    private static readonly Gen<long> Distances = Gen.OneOf(
        Gen.Const(0L),
        Gen.OneOf(Gen.Const(-1L), Gen.Const(1L)),
        Gen.OneOf(Gen.Const(-TimeSpan.TicksPerSecond), Gen.Const(TimeSpan.TicksPerSecond)),
        Gen.Long[-30 * TimeSpan.TicksPerDay, 30 * TimeSpan.TicksPerDay]
    );

    private static readonly Gen<Window> Windows = Gen.Select(
        DeadlineTimes,
        Gen.Int[0, 40 * 86400],
        Gen.Int[-1, 20 * 86400],
        (due, toClose, extension) =>
        {
            var instant = due.Show(TimeZoneInfo.Utc);
            var moved =
                extension < 0 ? (Deadline?)null : Deadline.At(instant.AddSeconds(extension));
            var closes = Deadline.At(instant.AddSeconds(toClose));
            return new Window(due, moved is { } to && to.IsAfter(closes) ? to : closes, moved);
        }
    );

    private static readonly Gen<Report> Reports = Gen.Select(
        Gen.Int[0, 2],
        Distances,
        Gen.Int[-14 * 60, 14 * 60],
        Gen.Long[0, 10 * TimeSpan.TicksPerDay],
        Gen.Enum<Channel>(),
        Gen.Bool,
        (at, distance, offset, delay, channel, isBroken) =>
            new Report(at, distance, TimeSpan.FromMinutes(offset), delay, channel, isBroken)
    );

    [Fact]
    public void The_verdict_is_that_of_the_commit_instant_in_whole_ticks_whatever_else_differs() =>
        Gen.Select(Windows, Reports)
            .Sample(
                (window, report) =>
                {
                    var committed = report.CommittedIn(window);
                    var judged = window.AsWindow().Judge(committed);
                    return judged.Verdict == Oracle(window, committed.UtcTicks)
                        && judged.Committed.UtcTicks == committed.UtcTicks;
                },
                iter: Cases
            );

    [Fact]
    public void Nobody_is_later_for_having_been_earlier() =>
        Gen.Select(Windows, Reports, Reports)
            .Sample(
                (window, one, other) =>
                {
                    var (first, second) = (one.CommittedIn(window), other.CommittedIn(window));
                    var (a, b) = (
                        window.AsWindow().Judge(first).Verdict,
                        window.AsWindow().Judge(second).Verdict
                    );
                    return first > second || a <= b;
                },
                iter: Cases
            );

    [Fact]
    public void An_extension_helps_and_never_harms_and_an_admission_never_makes_anybody_punctual() =>
        Gen.Select(Windows, Reports)
            .Sample(
                (window, report) =>
                {
                    var committed = report.CommittedIn(window);
                    var before = Timeliness.Judge(
                        window.Due,
                        window.Closes,
                        null,
                        false,
                        committed
                    );
                    var after = window.AsWindow().Judge(committed);
                    var admitted = window.AsWindow().JudgeAdmitted(committed);
                    return after.Verdict <= before.Verdict
                        && admitted.Verdict != TimelinessVerdict.Refused
                        && (admitted.Verdict == TimelinessVerdict.OnTime)
                            == (after.Verdict == TimelinessVerdict.OnTime);
                },
                iter: Cases
            );

    [Fact]
    public void Order_repetition_delay_entrance_and_zone_of_the_news_change_neither_verdict_nor_what_counts() =>
        Gen.Select(Windows, Reports.Array[1, 6], Gen.Int)
            .Sample(
                (window, reports, seed) =>
                {
                    var plain = Tell(window, reports, (_, report) => report, reports.Length);
                    // The same commits, told in another order, some twice, later, through other doors and with other offsets.
                    var order = Enumerable
                        .Range(0, reports.Length)
                        .OrderBy(i => unchecked((uint)(i * 2654435761) ^ (uint)seed))
                        .ToArray();
                    var other = Tell(
                        window,
                        [.. order.Select(i => reports[i] with { Index = i })],
                        (at, report) =>
                            report with
                            {
                                Offset = -report.Offset,
                                Delay = (report.Delay * 7) % TimeSpan.TicksPerDay,
                                Channel = (Channel)((int)(report.Channel + at) % 5),
                            },
                        times: reports.Length * 2
                    );
                    return plain.Verdicts.SequenceEqual(other.Verdicts)
                        && plain.Counting == other.Counting
                        && plain.First == other.First;
                },
                iter: Cases
            );

    [Fact]
    public void What_counts_is_the_newest_on_time_else_the_newest_late_and_the_first_timeliness_stands() =>
        Gen.Select(Windows, Reports.Array[1, 6])
            .Sample(
                (window, reports) =>
                {
                    var told = Tell(window, reports, (_, report) => report, reports.Length);
                    var good = reports
                        .Select((report, index) => (index, at: report.CommittedIn(window).UtcTicks))
                        .Where(one => !reports[one.index].IsBroken)
                        .Select(one => (one.index, one.at, verdict: Oracle(window, one.at)))
                        .Where(one => one.verdict != TimelinessVerdict.Refused)
                        .ToList();
                    if (good.Count == 0)
                    {
                        return told.Counting is null && told.First is null;
                    }
                    var best = good.Min(one => one.verdict);
                    var newest = good.Where(one => one.verdict == best).Max(one => one.at);
                    return told.First == best
                        && good.Any(one =>
                            $"p{one.index}" == told.Counting
                            && one.verdict == best
                            && one.at == newest
                        );
                },
                iter: Cases
            );

    // Written without the product's own types, so that it cannot share their mistakes.
    private static TimelinessVerdict Oracle(Window window, long committed)
    {
        var due = (window.Extension ?? window.Due).Show(TimeZoneInfo.Utc).UtcTicks;
        var closes = window.Closes.Show(TimeZoneInfo.Utc).UtcTicks;
        return committed < due ? TimelinessVerdict.OnTime
            : committed < closes ? TimelinessVerdict.Late
            : TimelinessVerdict.Refused;
    }

    // As the recorder does it: once per blob, judged by the window as the record has it.
    private static Told Tell(
        Window window,
        IReadOnlyList<Report> reports,
        Func<int, Report, Report> change,
        int times
    )
    {
        var state = window.State();
        var known = new HashSet<string>();
        for (var i = 0; i < times; i++)
        {
            var original = reports[i % reports.Count];
            var report = change(i, original);
            var name = $"p{(original.Index < 0 ? i % reports.Count : original.Index)}";
            if (!known.Add(name))
            {
                continue;
            }
            var committed = report.CommittedIn(window);
            state = state.Apply(
                new AssignmentEvent.SubmissionRecorded(
                    Submission(committed, permission: name) with
                    {
                        Noticed = committed.AddTicks(report.Delay),
                        Channel = report.Channel,
                        Judgement = state.Current!.Judge(committed),
                        Findings = report.IsBroken
                            ? [new Finding("file-empty", Severity.Blocker, [])]
                            : [],
                    }
                )
            );
        }
        return new Told(
            [
                .. state
                    .Submissions.OrderBy(one => one.BlobName, StringComparer.Ordinal)
                    .Select(one => one.Judgement.Verdict),
            ],
            state.Counting("report")?.BlobName.Split('/')[^1],
            state.Timeliness
        );
    }

    private sealed record Told(
        ImmutableArray<TimelinessVerdict> Verdicts,
        string? Counting,
        TimelinessVerdict? First
    );

    private sealed record Window(Deadline Due, Deadline Closes, Deadline? Extension)
    {
        public AssignmentState State()
        {
            var state = AssignmentState.None.Apply(Opened(1, Due, Closes));
            return Extension is { } to
                ? state.Apply(new AssignmentEvent.DueExtended(1, Due, to, Closes, "Minh", "x"))
                : state;
        }

        public Core.Events.Window AsWindow() => State().Current!;
    }

    private sealed record Report(
        int Near,
        long Distance,
        TimeSpan Offset,
        long Delay,
        Channel Channel,
        bool IsBroken
    )
    {
        public int Index { get; init; } = -1;

        public DateTimeOffset CommittedIn(Window window)
        {
            var near = Near switch
            {
                0 => window.Due,
                1 => window.Extension ?? window.Due,
                _ => window.Closes,
            };
            return near.Show(TimeZoneInfo.Utc).AddTicks(Distance).ToOffset(Offset);
        }
    }
}
