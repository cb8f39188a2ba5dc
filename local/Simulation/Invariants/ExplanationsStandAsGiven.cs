using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A body's word stands as it was given, and only if it was given in time.</summary>
internal sealed class ExplanationsStandAsGiven : IInvariant
{
    public string Sentence =>
        "What a body says to a query stands on record once, in its own words, and only if it came before the close or while its part was corrected.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.Explanations.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var id in evidence.Plan.Assignments)
        {
            var seen = new HashSet<(string?, string, string, string)>();
            foreach (var line in evidence.Assignments[id])
            {
                if (line.Event is not AssignmentEvent.Explained { Person: not null } said)
                {
                    continue;
                }
                if (!seen.Add((said.Person, said.Part, said.Finding, said.Text)))
                {
                    yield return $"{said.Finding} of {id} was explained twice in the same words";
                }
                if (
                    !evidence.Oracle.Explanations.Exists(sent =>
                        sent.Assignment == id
                        && sent.Person == said.Person
                        && sent.Finding == said.Finding
                        && sent.Text == said.Text
                    )
                )
                {
                    yield return $"nobody said of {said.Finding} of {id} what stands there";
                }
                if (!IsInTime(evidence, id, line, said.Part))
                {
                    yield return $"{said.Finding} of {id} was explained at {line.Entry.RecordedAt:O}";
                }
            }
        }
    }

    private static bool IsInTime(
        Evidence evidence,
        AssignmentId id,
        Evidence.Line line,
        string part
    )
    {
        var window = evidence
            .Assignments[id]
            .Where(one => one.Entry.Sequence < line.Entry.Sequence)
            .Select(one => one.Event)
            .OfType<AssignmentEvent.Opened>()
            .Last()
            .Window;
        var closes = Windows.LastCloses(evidence, id, window);
        return line.Entry.RecordedAt < closes
            || window == 1
                && evidence.Plan.Plan.Checking?.Corrections is { } time
                && line.Entry.RecordedAt < closes + time
                && Corrections.AreTaken(evidence, id, part, line.Entry.Sequence);
    }
}
