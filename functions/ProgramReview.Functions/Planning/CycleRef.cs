using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Planning;

/// <summary>A running cycle; every orchestration is started with it, and hands it to those below. What is in force is read when it is needed.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Version">
/// The version of the workflow it was started under, from 1. A cycle keeps it to its end over all deployments; whoever starts an orchestration picks
/// the orchestrator of this version, see "Versions" in docs/operations.md.
/// </param>
public sealed record CycleRef(CycleId Cycle, int Version)
{
    /// <summary>The version under which cycles start now. It goes up with any change to the sequence of an orchestration's actions.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The cycle as its start on record says.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="started">Its first event.</param>
    public static CycleRef Of(CycleId cycle, CycleEvent.Started started) =>
        new(cycle, started.WorkflowVersion ?? 1);
}
