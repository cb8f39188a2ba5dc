using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>A report of several parts: each counts by itself, and the report is as late as the latest that it needs.</summary>
public sealed class PartsTests
{
    private static readonly int Cases =
        Environment.GetEnvironmentVariable("REVIEW_NIGHTLY") == "1" ? 1_000_000 : Many;

    private static readonly AskedPart Report = new("report", true);
    private static readonly AskedPart Annex = new("annex", true);
    private static readonly AskedPart Signed = new("signed", false);

    private static readonly Deadline LaterDue = Instant("2024-10-10T00:00:00+07:00");
    private static readonly Deadline LaterCloses = Instant("2024-10-12T00:00:00+07:00");

    // What comes is a part with when; windows open and end. Judged in the middle of what is open.
    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, string, string, string, string> Stories =>
        new()
        {
            { "nothing came", "", "Open", "Open Open Open", "" },
            { "one of two is no report", "report+1", "Open", "OnTime Open Open", "report" },
            { "both are", "report+1 annex+2", "OnTime", "OnTime OnTime Open", "report annex" },
            { "in any order", "annex+2 report+1", "OnTime", "OnTime OnTime Open", "report annex" },
            { "the latest decides", "report+1 annex+12", "Late", "OnTime Late Overdue", "report annex" },
            { "an optional one is not needed", "report+1 annex+2 signed+12", "OnTime", "OnTime OnTime Late", "report annex signed" },
            { "nor enough", "signed+1", "Open", "Open Open OnTime", "signed" },
            { "what cannot be used is to be mended", "report+1 annex!2", "ToMend", "OnTime ToMend Open", "report" },
            { "an optional one that cannot be used mends itself", "report+1 signed!2", "Open", "OnTime Open ToMend", "report" },
            { "past the due half a report is overdue", "report+1 .11", "Overdue", "OnTime Overdue Overdue", "report" },
            { "at the close it is missing", "report+1 end", "Missing", "OnTime Missing Missing", "report" },
            { "each is replaced by itself", "report+1 annex+2 report+3", "OnTime", "OnTime OnTime Open", "report#2 annex" },
            { "a late annex replaces no other part", "report+1 annex+2 annex+12", "OnTime", "OnTime OnTime Overdue", "report annex" },
            { "the missing one is let in late", "report+1 end late:annex annex+12", "Late", "OnTime Late Overdue", "report annex" },
            { "what is not asked again stands as it is", "report+1 annex+2 end back:annex", "Reopened", "OnTime Reopened Open", "report annex" },
            { "and it is over when that has come", "report+1 annex+2 end back:annex annex+35", "OnTime", "OnTime OnTime Open", "report annex#2" },
            { "the first timeliness of each stands", "report+1 annex+12 end back:annex annex+35", "Late", "OnTime Late Open", "report annex#2" },
            { "all asked again wait for all", "report+1 annex+2 end back:report,annex report+35", "Reopened", "OnTime Reopened Open", "report#2 annex" },
            { "optional parts do not keep it open", "report+1 annex+2 end back:report report+35", "OnTime", "OnTime OnTime Open", "report#2 annex" },
            { "one who is asked for an optional part sends it", "report+1 annex+2 signed+3 end back:signed", "Reopened", "OnTime OnTime Reopened", "report annex signed" },
        };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Each_part_counts_by_itself_and_the_report_needs_the_required_ones(
        string why,
        string told,
        string phase,
        string phases,
        string counting
    )
    {
        var (state, now) = Tell(told);

        Assert.True(phase == $"{state.Phase(now)}", $"{why}: {state.Phase(now)}");
        Assert.Equal(phases, string.Join(' ', state.Parts.Select(part => state.Phase(part, now))));
        Assert.Equal(
            counting,
            string.Join(
                ' ',
                state
                    .Parts.Where(part => part.Counting is not null)
                    .Select(part => Name(state, part))
            )
        );
    }

    [Fact]
    public void A_window_says_what_it_still_waits_for()
    {
        Assert.Equal(["annex"], Tell("report+1").State.Awaited());
        Assert.Equal(["annex"], Tell("report+1 annex!2").State.Awaited());
        Assert.Empty(Tell("report+1 annex+2").State.Awaited());
        Assert.Equal(["annex"], Tell("report+1 annex+2 end back:annex").State.Awaited());
        Assert.Empty(AssignmentState.None.Awaited());
    }

    [Fact]
    public void What_decides_is_the_latest_of_the_required_parts()
    {
        Assert.Null(Tell("report+1 signed+12").State.Deciding);
        Assert.Equal("annex", Tell("report+1 annex+2").State.Deciding!.Part);
        Assert.Equal("report", Tell("report+3 annex+2 signed+12").State.Deciding!.Part);
        Assert.Equal(
            "annex",
            Tell("report+1 annex+12 end back:report report+35").State.Deciding!.Part
        );
    }

    [Fact]
    public void A_report_of_one_part_is_judged_as_before() =>
        Gen.Select(PartHistory.Steps, PartHistory.Moments)
            .Sample(
                (steps, now) =>
                {
                    var former = FormerRules.None;
                    foreach (var (@event, state) in PartHistory.Of(steps, Report))
                    {
                        former = @event is null ? former : former.Apply(@event);
                        if (!IsSame(former, state, now))
                        {
                            return false;
                        }
                    }
                    return true;
                },
                iter: Cases
            );

    [Fact]
    public void A_part_more_never_makes_anything_earlier() =>
        Gen.Select(PartHistory.Steps, PartHistory.Moments)
            .Sample(
                (steps, now) =>
                {
                    var (fewer, more) = (
                        After(steps, Report, Annex),
                        After(steps, Report, Annex, new AskedPart("added", true))
                    );
                    return fewer
                        .Zip(more)
                        .All(pair => IsNotEarlier(than: pair.First, pair.Second, now));
                },
                iter: Cases
            );

    [Fact]
    public void Optional_parts_change_nothing() =>
        Gen.Select(PartHistory.Steps, PartHistory.Moments)
            .Sample(
                (steps, now) =>
                {
                    var (without, with) = (
                        After(steps, Report, Annex),
                        After(steps, Report, Annex, new AskedPart("added", false))
                    );
                    return without
                        .Zip(with)
                        .All(pair => Standing(pair.First, now).Equals(Standing(pair.Second, now)));
                },
                iter: Cases
            );

    [Fact]
    public void The_first_timeliness_of_each_part_stands_whatever_follows() =>
        PartHistory.Steps.Sample(
            steps =>
            {
                var first = new Dictionary<string, (int, TimelinessVerdict)>();
                foreach (
                    var state in After([.. steps.Where(step => step.What != 18)], Report, Annex)
                )
                {
                    foreach (var part in state.Parts.Where(part => part.Timeliness is not null))
                    {
                        var (window, verdict) = (state.Current!.Number, part.Timeliness!.Value);
                        first.TryAdd(part.Code, (window, verdict));
                        var (its, stood) = first[part.Code];
                        // In its own window what came in time can still take the place of what came late.
                        if (window == its ? verdict > stood : verdict != stood)
                        {
                            return false;
                        }
                        first[part.Code] = (its, verdict);
                    }
                }
                return true;
            },
            iter: Cases
        );

    private static bool IsSame(FormerRules former, AssignmentState state, DateTimeOffset now) =>
        former.Counting?.BlobName == state.Counting("report")?.BlobName
        && former.Counting?.BlobName == state.Deciding?.BlobName
        && (former.Counting is not null) == state.IsAccepted
        && former.Timeliness == state.Timeliness
        && former.CurrentIsAccepted == state.CurrentIsAccepted
        && former.IsSettled == state.IsSettled
        && former.Phase(now) == state.Phase(now)
        && former.Phase(now) == state.Phase(state.Parts[0], now);

    private static bool IsNotEarlier(
        AssignmentState than,
        AssignmentState state,
        DateTimeOffset now
    ) =>
        (!state.IsAccepted || than.IsAccepted)
        && (!state.CurrentIsAccepted || than.CurrentIsAccepted)
        && (!state.IsSettled || than.IsSettled)
        && (state.Timeliness is not { } verdict || verdict >= than.Timeliness)
        && (state.Phase(now) != AssignmentPhase.OnTime || than.Phase(now) == AssignmentPhase.OnTime)
        && than.Parts.All(part => part.Counting?.BlobName == state.Counting(part.Code)?.BlobName);

    private static object Standing(AssignmentState state, DateTimeOffset now) =>
        (
            state.IsAccepted,
            state.CurrentIsAccepted,
            state.IsSettled,
            state.Timeliness,
            state.Phase(now),
            state.Deciding?.BlobName,
            string.Join(' ', state.Awaited())
        );

    private static IEnumerable<AssignmentState> After(
        PartHistory.Step[] steps,
        params IReadOnlyList<AskedPart> parts
    ) => PartHistory.Of(steps, parts).Select(one => one.State);

    // A small language: "annex+12" came on the 12th of September, "annex!2" cannot be used, ".11" is the present, "end" ends the
    // window, "back:" and "late:" open the next for parts.
    private static (AssignmentState State, DateTimeOffset Now) Tell(string told)
    {
        var state = AssignmentState.None.Apply(
            new AssignmentEvent.Opened(
                1,
                OpeningCause.Plan,
                Due,
                Closes,
                [Report, Annex, Signed],
                null
            )
        );
        var now = Day(1);
        foreach (var word in told.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word.Split('+', '!', ':'))
            {
                case ["end"]:
                    state = state.Apply(new AssignmentEvent.WindowEnded(1, WindowOutcome.Missing));
                    break;
                case ["back" or "late", var parts]:
                    state = state.Apply(Reopened(word[0] == 'b', parts.Split(',')));
                    break;
                case [var part, var day]:
                    now = Day(int.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
                    state = state.Apply(
                        new AssignmentEvent.SubmissionRecorded(
                            Came(state, part, now, word.Contains('!', StringComparison.Ordinal))
                        )
                    );
                    break;
                case [var at]:
                    now = Day(
                        int.Parse(at[1..], System.Globalization.CultureInfo.InvariantCulture)
                    );
                    break;
                default:
                    throw new ArgumentException(word);
            }
        }
        return (state, now);
    }

    private static AssignmentEvent.Opened Reopened(bool isReturn, string[] asked) =>
        new(
            2,
            isReturn ? OpeningCause.Returned : OpeningCause.LateAllowed,
            isReturn ? LaterDue : Due,
            LaterCloses,
            [
                .. new[] { Report, Annex, Signed }
                    .Where(part => !part.Required || asked.Contains(part.Code))
                    .Select(part => part with { Required = asked.Contains(part.Code) }),
            ],
            null
        );

    private static Submission Came(
        AssignmentState state,
        string part,
        DateTimeOffset at,
        bool isBroken
    ) =>
        Submission(at, state.Current!.Number, isBroken ? Severity.Blocker : null, part: part) with
        {
            BlobName = $"{part}-{state.Submissions.Count(one => one.Part == part) + 1}",
            Judgement = state.Current.Judge(at),
        };

    private static string Name(AssignmentState state, PartState part) =>
        part.Counting!.BlobName == $"{part.Code}-1"
            ? part.Code
            : $"{part.Code}#{part.Counting.BlobName.Split('-')[1]}";

    private static DateTimeOffset Day(int day) => At("2024-09-01T09:00:00+07:00").AddDays(day - 1);
}
