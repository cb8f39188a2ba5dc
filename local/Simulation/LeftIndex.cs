using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation;

/// <summary>The read models that a run left behind.</summary>
/// <param name="Rows">The assignments' rows as they lay there.</param>
/// <param name="Stale">Nodes' rows that were no sum of what hangs below them: in a pause of the run, or after a last look that nothing disturbed.</param>
/// <param name="Drawn">The assignments' rows after all were drawn anew.</param>
internal sealed record LeftIndex(
    IReadOnlyList<AssignmentRow> Rows,
    IReadOnlyList<string> Stale,
    IReadOnlyList<AssignmentRow> Drawn
);
