using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A body is told what its file really holds, once.</summary>
internal sealed class ChecksTellTheTruth : IInvariant
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(1);

    /// <summary>The codes that ask nothing of anybody.</summary>
    public static readonly IReadOnlySet<string> GoodToKnow = new HashSet<string>
    {
        "dispatch-number-missing",
        "dispatch-date-missing",
        "value-as-text",
    };

    public string Sentence =>
        "What a check says is true, and said once: of what was read what it holds, of what could not be read that two attempts ended, and that nobody looked only after the close and the wait.";

    public bool HasCase(Evidence evidence) =>
        evidence.Plan.Assignments.Any(id =>
            evidence.Of<AssignmentEvent.Checked>(id).Any(said => said.Check.Findings.Count > 0)
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var id in evidence.Plan.Assignments)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var line in evidence.Assignments[id])
            {
                if (line.Event is not AssignmentEvent.Checked said)
                {
                    continue;
                }
                if (!seen.Add(said.BlobName))
                {
                    yield return $"{said.BlobName} was checked twice";
                }
                if (
                    evidence.Oracle.Uploads.Find(upload => upload.BlobName == said.BlobName)
                        is not { } upload
                    || !IsTrue(evidence, upload, said, line.Entry.RecordedAt)
                )
                {
                    yield return $"{said.BlobName} is said to hold {string.Join(", ", said.Check.Findings.Select(finding => finding.Code))}";
                }
            }
        }
        foreach (var upload in evidence.Oracle.Uploads.DistinctBy(upload => upload.Sha256))
        {
            var (begun, ended) = evidence.Oracle.ReadingsOf(upload.Sha256);
            if (upload.Made.Kills && begun - ended > 2)
            {
                yield return $"{upload.BlobName} ended {begun - ended} processes";
            }
        }
    }

    private static bool IsTrue(
        Evidence evidence,
        StoredUpload upload,
        AssignmentEvent.Checked said,
        DateTimeOffset at
    )
    {
        var codes = said
            .Check.Findings.Select(finding => finding.Code)
            .Where(code => !GoodToKnow.Contains(code))
            .ToHashSet(StringComparer.Ordinal);
        return codes.ToList() switch
        {
            [ContentCheck.NotScanned] when !evidence.Oracle.IsScanned => false,
            [ContentCheck.NotChecked or ContentCheck.NotScanned] => at
                >= Windows.Of(evidence, upload.Assignment, upload.Window).Closes + Wait
                && at >= upload.Committed + Wait,
            [CheckResult.CouldNotBeRead] => evidence.Oracle.MarksOf(upload.Sha256) >= 2,
            _ => !upload.Made.Kills && codes.SetEquals(upload.Made.Codes),
        };
    }
}
