using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Material;

/// <summary>What material is made of, and when the product makes it by itself.</summary>
public static class MaterialRules
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // Making it reads every report, and whoever holds a link may press as often as they like, or have a robot do it.
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(15);

    /// <summary>The reports that it is made of, step by step, at most <see cref="MaterialPiece.Most"/> each; always the same steps of a plan.</summary>
    public static IReadOnlyList<IReadOnlyList<AssignmentId>> Steps(PlanLookup plan) =>
        [.. TextSelection.Reports(plan, null, "").Chunk(MaterialPiece.Most)];

    /// <summary>
    /// Whether whoever reports may have it made now: not while it is being made, soon after it was asked for, or while approvers decide about what was
    /// reported.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="now">The present.</param>
    public static bool MayAsk(CycleState cycle, DateTimeOffset now) =>
        cycle is { End: null, MaterialAtWork: null, RoundAtWork: null }
        && !(cycle.Materials is [.., var last] && now - last.AskedAt < Pace);

    /// <summary>
    /// Whether it is to be made now: when the consolidated report has opened, and again after a day, until that report is settled.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="consolidated">The consolidated report as the index has it.</param>
    /// <param name="now">The present.</param>
    public static bool IsDue(CycleState cycle, AssignmentRow consolidated, DateTimeOffset now) =>
        cycle is { End: null, MaterialAtWork: null }
        && consolidated is { OpenedAt: { } opened, Standing.IsSettled: false }
        && !(
            cycle.Materials is [.., var last] && last.AskedAt >= opened && now - last.AskedAt < Day
        );
}
