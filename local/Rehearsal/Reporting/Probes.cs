using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>Asks the live rules what holds one second before, at, and one second after every instant that decided in a rehearsal.</summary>
internal static class Probes
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<ProbedInstant> Of(
        PlanLookup plan,
        IEnumerable<(AssignmentId Assignment, IReadOnlyList<Window> All)> windows,
        CycleState cycle
    ) =>
        [
            .. windows
                .SelectMany(pair =>
                    pair.All.Select(window =>
                        (Type: plan.ReportType(pair.Assignment.ReportType), Window: window)
                    )
                )
                .GroupBy(pair =>
                    (
                        pair.Type.Code,
                        pair.Window.Cause,
                        pair.Window.Due,
                        pair.Window.Extension,
                        pair.Window.Closes
                    )
                )
                .SelectMany(group => OfWindow(plan, group.First(), group.Count()))
                .Concat(cycle.Rounds.Select(round => OfRound(plan, round)))
                .GroupBy(probe => probe with { About = "", Count = 0 })
                .Select(group =>
                    group.Key with
                    {
                        About = string.Join("; ", group.Select(probe => probe.About)),
                        Count = group.Sum(probe => probe.Count),
                    }
                )
                .OrderBy(probe => probe.At),
        ];

    private static IEnumerable<ProbedInstant> OfWindow(
        PlanLookup plan,
        (ReportType Type, Window Window) probed,
        int count
    )
    {
        var (type, window) = probed;
        var about = window switch
        {
            { Extension: not null } => $"{type.Code}, extended",
            { Cause: OpeningCause.Plan } => type.Code,
            _ => $"{type.Code}, {Words.Of(window.Cause)}",
        };
        string Holds(DateTimeOffset at) => Verdict(type, window, at);
        var due = window.DueInForce.Show(plan.Zone);
        var closes = window.Closes.Show(plan.Zone);
        if (due != closes)
        {
            yield return Probe(due, "due", about, count, Holds);
        }
        yield return Probe(closes, due == closes ? "due, closes" : "closes", about, count, Holds);
    }

    // The bytes are judged by when they are stored, a new upload by when it begins.
    private static string Verdict(ReportType type, Window window, DateTimeOffset at)
    {
        var open = AssignmentState.None.Apply(
            new AssignmentEvent.Opened(
                window.Number,
                window.Cause,
                window.Due,
                window.Closes,
                window.Parts,
                window.Comment
            )
        );
        var mayBegin = PermissionRules.Refuse(type, window.Parts[0].Code, open, size: null, at)
            is null
            ? "an upload may begin"
            : "no upload may begin";
        return $"stored then: {Words.Of(window.Judge(at).Verdict)}; {mayBegin}";
    }

    private static ProbedInstant OfRound(PlanLookup plan, RoundState round)
    {
        var open = round with { Decisions = [], Outcome = null };
        return Probe(
            round.Closes.Show(plan.Zone),
            "round closes",
            FormattableString.Invariant($"approval round {round.Number}"),
            0,
            at =>
                Quorum.Decide(plan.Plan.Approval, open, at) is null
                    ? "open: a decision counts"
                    : "expired: a decision is refused"
        );
    }

    private static ProbedInstant Probe(
        DateTimeOffset at,
        string what,
        string about,
        int count,
        Func<DateTimeOffset, string> holds
    ) => new(at, what, about, count, holds(at - Second), holds(at), holds(at + Second));
}
