using CsCheck;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>
/// Draws what can happen to a report of several parts, and tells it to the record of a report that has all of them, or only some. What is
/// about other parts is not told then.
/// </summary>
internal static class PartHistory
{
    /// <summary>The codes that are drawn: two required ones, and one that is added.</summary>
    public static readonly string[] Codes = ["report", "annex", "added"];

    private static readonly OpeningCause[] Causes =
    [
        OpeningCause.ChangesAsked,
        OpeningCause.Returned,
        OpeningCause.Extended,
        OpeningCause.LateAllowed,
    ];

    /// <summary>Some steps in some order.</summary>
    public static readonly Gen<Step[]> Steps = Gen.Select(
        Gen.Int[0, 19],
        Gen.Int[0, 2],
        Gen.Int[-30, 40],
        Gen.Int[0, 3],
        Gen.Int[0, 7],
        (what, part, day, finding, mask) => new Step(what, part, day, finding, mask)
    ).Array[0, 12];

    /// <summary>The instants at which a state is looked at.</summary>
    public static readonly Gen<DateTimeOffset> Moments = Gen.Int[-30, 80]
        .Select(day => Due.Show(TimeZoneInfo.Utc).AddDays(day));

    /// <summary>What is on record of a report, event by event with the state after it; null where the report hears nothing of a step.</summary>
    /// <param name="steps">What happens.</param>
    /// <param name="parts">The parts of the report.</param>
    public static IEnumerable<(AssignmentEvent? Event, AssignmentState State)> Of(
        IEnumerable<Step> steps,
        params IReadOnlyList<AskedPart> parts
    )
    {
        var opened = new AssignmentEvent.Opened(1, OpeningCause.Plan, Due, Closes, parts, null);
        var state = AssignmentState.None.Apply(opened);
        yield return (opened, state);
        foreach (var (step, number) in steps.Select((step, at) => (step, at)))
        {
            var @event = EventOf(step, number, state, parts);
            state = @event is null ? state : state.Apply(@event);
            yield return (@event, state);
        }
    }

    private static AssignmentEvent? EventOf(
        Step step,
        int number,
        AssignmentState state,
        IReadOnlyList<AskedPart> parts
    )
    {
        var current = state.Current!;
        var code = Codes[step.Part];
        var at = current.Due.Show(TimeZoneInfo.Utc).AddDays(step.Day);
        return step.What switch
        {
            < 11 => parts.All(part => part.Code != code)
                ? null
                : new AssignmentEvent.SubmissionRecorded(
                    Submission(at, current.Number, part: code) with
                    {
                        BlobName = $"{code}-{number}",
                        Judgement = current.Judge(at),
                        Findings =
                            step.Finding == 0
                                ? [new Finding("file-damaged", Severity.Blocker, [])]
                                : [],
                    }
                ),
            < 13 => current.Outcome is null
                ? new AssignmentEvent.WindowEnded(current.Number, WindowOutcome.Missing)
                : null,
            < 16 => current.Outcome is null || parts.All(part => !IsAsked(step, part))
                ? null
                : new AssignmentEvent.Opened(
                    current.Number + 1,
                    Causes[step.Finding],
                    Due.MovedBy(24 * 40 * current.Number),
                    Closes.MovedBy(24 * 40 * current.Number),
                    [
                        .. parts
                            .Where(part => !part.Required || IsAsked(step, part))
                            .Select(part => part with { Required = IsAsked(step, part) }),
                    ],
                    null
                ),
            < 18 => current.Outcome is null
                ? new AssignmentEvent.DueExtended(
                    current.Number,
                    current.DueInForce,
                    current.DueInForce.MovedBy(24 * 5),
                    current.Closes.MovedBy(24 * 5),
                    "Minh",
                    "x"
                )
                : null,
            18 => Admitted(code, state),
            _ => step.Mask == 0 ? new AssignmentEvent.Exempted("Minh", "x") : null,
        };
    }

    // Of a reopening that names only what a smaller report has not, that one hears of the report itself: the same window, so that both
    // stay side by side.
    private static bool IsAsked(Step step, AskedPart part) =>
        part.Required
        && (
            (step.Mask & 1 << Array.IndexOf(Codes, part.Code)) != 0
            || (part.Code == Codes[0] && (step.Mask & 3) == 0)
        );

    private static AssignmentEvent.Admitted? Admitted(string code, AssignmentState state) =>
        state.Submissions.LastOrDefault(one =>
            one.Part == code && one.Judgement.Verdict == TimelinessVerdict.Refused
        )
            is { } refused
            ? new AssignmentEvent.Admitted(
                refused.Window,
                refused.Part,
                refused.BlobName,
                state
                    .Windows.Single(window => window.Number == refused.Window)
                    .JudgeAdmitted(refused.Judgement.Committed),
                "Minh",
                "x"
            )
            : null;

    /// <summary>Something that happens.</summary>
    /// <param name="What">What: a file comes, a window ends, opens or is extended, a person admits or exempts.</param>
    /// <param name="Part">About which part.</param>
    /// <param name="Day">So many days after the due.</param>
    /// <param name="Finding">0 for a damaged file; of a reopening, why.</param>
    /// <param name="Mask">Which parts a reopening names.</param>
    internal sealed record Step(int What, int Part, int Day, int Finding, int Mask);
}
