using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>What everybody may know of a cycle; no body, no person, no figure.</summary>
/// <param name="Plan">The programme's name and committee, and the zone of its times.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="Closes">When the last report closes, as the plan has it.</param>
/// <param name="DossierPath">Where the published dossier is read, or null.</param>
public sealed record HomeCycle(
    PlanLookup Plan,
    HomePhase Phase,
    Deadline Closes,
    string? DossierPath
)
{
    /// <summary>The cycle as the first page shows it, or null for one that ended without anything public.</summary>
    internal static HomeCycle? Of(RunningCycle cycle)
    {
        var state = cycle.State;
        HomePhase? phase = state switch
        {
            { Publication: not null } => HomePhase.Published,
            { End: not null } => null,
            { Dossiers.Count: > 0 } => HomePhase.Deciding,
            _ => HomePhase.Reporting,
        };
        return phase is { } shown
            ? new HomeCycle(
                cycle.Plan,
                shown,
                ApprovalSpan.LastCloses(cycle.Plan.Plan),
                state.Publication is null ? null : $"/d/{cycle.Ref.Cycle}"
            )
            : null;
    }
}
