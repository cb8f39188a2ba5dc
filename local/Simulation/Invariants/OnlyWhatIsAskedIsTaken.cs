using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Who is asked for the annex again need not send the report again, and cannot slip another one in.</summary>
internal sealed class OnlyWhatIsAskedIsTaken : IInvariant
{
    public string Sentence =>
        "A reopening waits for exactly the parts that were named, and beside them takes optional ones only.";

    public bool HasCase(Evidence evidence) =>
        evidence.Plan.Assignments.Any(id =>
            evidence.Of<AssignmentEvent.Opened>(id).Any(opened => opened.Window > 1)
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var id in evidence.Plan.Assignments)
        {
            var optional = ReportPart
                .Of(evidence.Plan.ReportType(id.ReportType))
                .Where(part => !part.Required)
                .Select(part => part.Code)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var opened in evidence.Of<AssignmentEvent.Opened>(id))
            {
                var awaited = Windows.Awaited(evidence, id, opened.Window);
                var waits = opened
                    .Parts.Where(part => part.Required)
                    .Select(part => part.Code)
                    .ToList();
                if (!awaited.SetEquals(waits))
                {
                    yield return $"generation {opened.Window} of {id} waits for {string.Join(", ", waits)} instead of {string.Join(", ", awaited)}";
                }
                foreach (
                    var upload in evidence.Oracle.Uploads.Where(upload =>
                        upload.Assignment == id
                        && upload.Window == opened.Window
                        && !awaited.Contains(upload.Part)
                        && !optional.Contains(upload.Part)
                    )
                )
                {
                    yield return $"{upload.BlobName} was taken for {upload.Part}, which nobody asked for";
                }
            }
        }
    }
}
