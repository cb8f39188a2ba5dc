using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>Somebody whom an approver names as a deputy and the plan does not list.</summary>
/// <param name="Name">As it stands in letters.</param>
/// <param name="Email">The address.</param>
/// <param name="Language">The language of mails and pages; null if none was chosen.</param>
public sealed record FreeDeputy(string Name, string Email, Language? Language);
