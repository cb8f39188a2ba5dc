namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A repeat is the same mail, and only made when nobody knows what became of the first.</summary>
internal sealed class SentAgainOnlyWithoutOutcome : IInvariant
{
    public string Sentence =>
        "A mail is sent again only while its last attempt has no recorded outcome, with the same id and link.";

    public bool HasCase(Evidence evidence) =>
        evidence.Oracle.Sendings.CountBy(sending => sending.Id).Any(same => same.Value > 1);

    public IEnumerable<string> Broken(Evidence evidence)
    {
        foreach (var sendings in evidence.Oracle.Sendings.GroupBy(sending => sending.Id))
        {
            if (sendings.Select(sending => sending.Link).Distinct().Count() > 1)
            {
                yield return $"{sendings.Key} was sent with different links";
            }
            if (
                evidence.Oracle.Outcomes.TryGetValue(sendings.Key, out var known)
                && sendings.Any(sending => sending.Began > known)
            )
            {
                yield return $"{sendings.Key} was sent again although its outcome was on record";
            }
        }
    }
}
