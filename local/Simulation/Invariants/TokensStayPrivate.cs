namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>A link is a key; only its owner's mail has it.</summary>
internal sealed class TokensStayPrivate : IInvariant
{
    public string Sentence =>
        "Tokens never appear in histories, logs, the record, the outbox or other people's mails.";

    public bool HasCase(Evidence evidence) =>
        evidence.Oracle.Sendings.Exists(sending => sending.Link is not null);

    public IEnumerable<string> Broken(Evidence evidence) => evidence.Leaks.Distinct();
}
