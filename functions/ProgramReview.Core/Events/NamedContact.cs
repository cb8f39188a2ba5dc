namespace ProgramReview.Core.Events;

/// <summary>Somebody who was named while a cycle ran: name and address stand in a row beside the record.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Person">The person's id in the record.</param>
/// <param name="Hash">SHA-256 of the row's document.</param>
public sealed record NamedContact(string Key, string Person, string Hash);
