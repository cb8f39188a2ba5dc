namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>What was received stays what was received.</summary>
internal sealed class StoredFilesNeverChange : IInvariant
{
    public string Sentence => "A stored file never changes: its name is written once.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.Uploads.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence) =>
        evidence
            .Oracle.Overwritten.Select(name => $"{name} could be written again")
            .Concat(
                evidence
                    .Oracle.Uploads.GroupBy(upload => upload.BlobName)
                    .Where(same =>
                        same.Count() > 1
                        || evidence.Files.GetValueOrDefault(same.Key) != same.First().Sha256
                    )
                    .Select(same => $"{same.Key} has other bytes than it had")
            );
}
