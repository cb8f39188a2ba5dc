namespace ProgramReview.Core.Planning;

/// <summary>Somebody who gets mail: a contact of a body, an approver, an auditor, or an operator.</summary>
/// <param name="Id">A code, unique in the plan.</param>
/// <param name="Name">As it stands in letters; for roles the role's name.</param>
/// <param name="Email">The registered address.</param>
/// <param name="Language">The language of mails and pages for this person.</param>
public sealed record Person(string Id, LocalizedText Name, string Email, Language Language);
