using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation;

/// <summary>The read models that a run left behind.</summary>
/// <param name="Rows">The assignments' rows as they lay there.</param>
/// <param name="Nodes">The nodes' rows after a look that nothing disturbed.</param>
/// <param name="Drawn">The assignments' rows after all were drawn anew.</param>
internal sealed record LeftIndex(
    IReadOnlyList<AssignmentRow> Rows,
    IReadOnlyDictionary<FanOutNode, NodeRow?> Nodes,
    IReadOnlyList<AssignmentRow> Drawn
);
