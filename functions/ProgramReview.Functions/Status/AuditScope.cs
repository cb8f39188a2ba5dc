namespace ProgramReview.Functions.Status;

/// <summary>What an export holds beside the record and the documents that it names.</summary>
/// <param name="Files">The submissions' bytes; without them it is written back beside the stored ones.</param>
/// <param name="Contacts">Names and addresses of contacts who took a duty over: they can be erased, and no copy of them should outlive that.</param>
public sealed record AuditScope(bool Files, bool Contacts)
{
    /// <summary>All that it takes to write the cycle back.</summary>
    public static AuditScope Everything { get; } = new(Files: true, Contacts: true);
}
