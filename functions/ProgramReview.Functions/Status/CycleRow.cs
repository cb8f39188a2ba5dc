using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Status;

/// <summary>One cycle in the list of all cycles.</summary>
/// <param name="Plan">The plan it runs.</param>
/// <param name="Outcome">How it ended, or null while it runs.</param>
/// <param name="Settled">How many assignments are settled.</param>
/// <param name="Total">How many there are.</param>
/// <param name="StatusPath">Its status page.</param>
/// <param name="DossierPath">Its published dossier, or null.</param>
public sealed record CycleRow(
    PlanLookup Plan,
    CycleOutcome? Outcome,
    int Settled,
    int Total,
    string StatusPath,
    string? DossierPath
);
