using ProgramReview.Core.Approving;
using ProgramReview.Core.Audit;
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
        IEnumerable<(AssignmentId Assignment, IReadOnlyList<Generation> All)> generations,
        CycleState cycle
    ) =>
        [
            .. generations
                .SelectMany(pair =>
                    pair.All.Select(generation =>
                        (Type: plan.ReportType(pair.Assignment.ReportType), Generation: generation)
                    )
                )
                .GroupBy(pair =>
                    (
                        pair.Type.Code,
                        pair.Generation.Cause,
                        pair.Generation.Due,
                        pair.Generation.Extension,
                        pair.Generation.Closes
                    )
                )
                .SelectMany(group => OfGeneration(plan, group.First(), group.Count()))
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

    private static IEnumerable<ProbedInstant> OfGeneration(
        PlanLookup plan,
        (ReportType Type, Generation Generation) probed,
        int count
    )
    {
        var (type, generation) = probed;
        var about = generation switch
        {
            { Extension: not null } => $"{type.Code}, extended",
            { Cause: OpeningCause.Plan } => type.Code,
            _ => $"{type.Code}, {Words.Of(generation.Cause)}",
        };
        string Holds(DateTimeOffset at) => Verdict(type, generation, at);
        var due = generation.DueInForce.Show(plan.Zone);
        var closes = generation.Closes.Show(plan.Zone);
        if (due != closes)
        {
            yield return Probe(due, "due", about, count, Holds);
        }
        yield return Probe(closes, due == closes ? "due, closes" : "closes", about, count, Holds);
    }

    // The bytes are judged by when they are stored, a new upload by when it begins.
    private static string Verdict(ReportType type, Generation generation, DateTimeOffset at)
    {
        var open = AssignmentState.None.Apply(
            new AssignmentFact.Opened(
                generation.Number,
                generation.Cause,
                generation.Due,
                generation.Closes,
                generation.Comment
            )
        );
        var mayBegin = PermissionRules.Refuse(type, open, size: null, at) is null
            ? "an upload may begin"
            : "no upload may begin";
        return $"stored then: {Words.Of(generation.Judge(at).Verdict)}; {mayBegin}";
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
