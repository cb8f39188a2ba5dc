using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Whoever is turned away can show that they came.</summary>
internal sealed class EveryRefusalIsRecordedOnce : IInvariant
{
    public string Sentence =>
        "Every attempt that the page turned away is on record exactly once, under the person, part and file it was.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.RefusedUploads.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence) =>
        from turned in evidence.Oracle.RefusedUploads
        let times = evidence
            .Of<AssignmentEvent.AttemptRefused>(turned.Part.Assignment)
            .Count(refused =>
                refused.Person == turned.Person
                && refused.FileName == turned.FileName
                && refused.Part == turned.Part.Part
            )
        // An answer that was lost after it was written makes people try again under the same name.
        where times == 0
        select $"{turned.Person} was turned away with {turned.FileName}, and it is on record {times} times";
}
