namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Nobody is called late for what they could not be asked for in time.</summary>
internal sealed class NothingStartsTooLate : IInvariant
{
    public string Sentence =>
        "No cycle starts with a plan whose dates are past, whichever way it is asked to.";

    public bool HasCase(Evidence evidence) => evidence.Assignments.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence) =>
        evidence.PastCycle.Select(line =>
            $"{SimulatedPlan.PastCycle} began at {line.Entry.RecordedAt:O}"
        );
}
