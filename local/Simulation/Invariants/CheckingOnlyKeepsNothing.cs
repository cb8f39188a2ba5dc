namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>Who asks first is told the truth, and has sent nothing.</summary>
internal sealed class CheckingOnlyKeepsNothing : IInvariant
{
    public string Sentence =>
        "A file that is only to be checked is told for what it is, and is neither stored nor on record afterwards, nor is what was read of it.";

    public bool HasCase(Evidence evidence) => evidence.Oracle.Unsent.Count > 0;

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var file in evidence.Oracle.Unsent)
        {
            if (
                file.Made.IsReport
                    ? !file.Made.Codes.SetEquals(file.Codes.Except(ChecksTellTheTruth.GoodToKnow))
                    : file.Codes.Count == 0
            )
            {
                yield return $"a file for {file.Assignment} is said to hold {string.Join(", ", file.Codes)} instead of {string.Join(", ", file.Made.Codes)}";
            }
            // Every photo is the same.
            if (file.Made.IsReport && IsKept(evidence, file.Sha256))
            {
                yield return $"a file for {file.Assignment} was kept that nobody sent";
            }
        }
    }

    private static bool IsKept(Evidence evidence, string sha256) =>
        evidence.KeptUnsent.Contains(sha256)
        || evidence.Files.Values.Contains(sha256)
        || evidence.Streams.Any(stream =>
            stream.Any(entry => entry.Body.Contains(sha256, StringComparison.Ordinal))
        );
}
