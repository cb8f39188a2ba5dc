namespace ProgramReview.Functions.Mail;

/// <summary>Somebody's name and address in the head of a mail.</summary>
/// <param name="Name">The name, as it is shown.</param>
/// <param name="Address">The address.</param>
public sealed record MailAddressee(string Name, string Address);
