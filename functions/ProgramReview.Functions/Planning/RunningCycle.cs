using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning;

/// <summary>A cycle that was started, as it was read once; whoever must not decide on an old reading reads again.</summary>
/// <param name="Ref">The cycle.</param>
/// <param name="Plan">Its plan, with the contacts of now.</param>
/// <param name="Stream">Its own stream as it was read.</param>
public sealed record RunningCycle(CycleRef Ref, PlanLookup Plan, EventStream Stream)
{
    /// <summary>What its own events add up to.</summary>
    public CycleState State => Stream.Cycle;
}
