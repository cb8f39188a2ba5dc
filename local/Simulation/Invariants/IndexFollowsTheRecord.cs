using System.Text.Json;
using ProgramReview.Core.Events;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>The read models say nothing that the record does not say.</summary>
internal sealed class IndexFollowsTheRecord : IInvariant
{
    public string Sentence =>
        "The index follows the record: a row is what its stream said at one time, a node is the sum of what hangs below it, and all of it can be drawn again.";

    public bool HasCase(Evidence evidence) => evidence.Index.Rows.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var row in evidence.Index.Rows)
        {
            // Who has passed a duty on is looked up when the row is drawn, and may have done so since.
            var said = Of(evidence, row, null) with
            {
                FailedLetters = row.FailedLetters,
            };
            if (!IsSame(row, said))
            {
                yield return $"the row of {row.Assignment} is not what its stream said at {row.Sequence}";
            }
        }
        foreach (var stale in evidence.Index.Stale)
        {
            yield return stale;
        }
        var cycle = CycleState.Of(evidence.Cycle.Select(line => line.Entry));
        foreach (var row in evidence.Index.Drawn)
        {
            if (
                row.Sequence != evidence.Assignments[row.Assignment].Count
                || !IsSame(row, Of(evidence, row, cycle))
            )
            {
                yield return $"the row of {row.Assignment}, drawn anew, is not what its stream says";
            }
        }
    }

    private static AssignmentRow Of(Evidence evidence, AssignmentRow row, CycleState? cycle) =>
        AssignmentRow.Of(
            row.Assignment,
            new EventStream(
                row.Assignment.Stream,
                [
                    .. evidence
                        .Assignments[row.Assignment]
                        .Select(line => line.Entry)
                        .TakeWhile(entry => entry.Sequence <= row.Sequence),
                ]
            ),
            cycle
        );

    private static bool IsSame<T>(T one, T other) =>
        JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
