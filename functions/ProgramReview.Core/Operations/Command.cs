using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Operations;

/// <summary>What a person of operations wants done about one assignment.</summary>
/// <param name="By">The person, as it will stand in the record.</param>
/// <param name="Reason">Why; required.</param>
public abstract record Command(string By, string Reason)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReason = 2000;

    /// <summary>Move <c>due</c> to a later instant; after the close this opens the assignment again.</summary>
    /// <param name="Due">The new <c>due</c>.</param>
    /// <param name="Closes">The new <c>closes</c>, or null to leave it unless <paramref name="Due"/> lies beyond it.</param>
    /// <param name="Seen">The <c>due</c> the person had before them, or null; another one by now is a refusal.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Extend(
        Deadline Due,
        Deadline? Closes,
        Deadline? Seen,
        string By,
        string Reason
    ) : Command(By, Reason);

    /// <summary>Let a stored report that came after the close count; it stays late for ever.</summary>
    /// <param name="BlobName">The stored report.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Admit(string BlobName, string By, string Reason) : Command(By, Reason);

    /// <summary>Let a body that sent nothing in its window send after all; whatever comes is late for ever.</summary>
    /// <param name="Until">From then on it is closed again.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record AllowLate(Deadline Until, string By, string Reason) : Command(By, Reason);

    /// <summary>Ask the body to send its report again: inside the window by mail alone, after it with instants of its own.</summary>
    /// <param name="Due">The <c>due</c> after the close, else null.</param>
    /// <param name="Closes">The <c>closes</c> after the close, or null for the same as <paramref name="Due"/>.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">What is to be mended.</param>
    public sealed record Return(Deadline? Due, Deadline? Closes, string By, string Reason)
        : Command(By, Reason);

    /// <summary>Record a report that came on paper or by mail, for the body; the evidence is stored under the name given.</summary>
    /// <param name="Arrived">When it arrived: the instant that is judged.</param>
    /// <param name="Permission">The last part of the evidence's generated name.</param>
    /// <param name="FileName">The evidence's file name, in NFC.</param>
    /// <param name="Contact">The contact of the body who gets the receipt.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">How it came, and why not through the body's own link.</param>
    public sealed record Record(
        DateTimeOffset Arrived,
        string Permission,
        string FileName,
        string Contact,
        string By,
        string Reason
    ) : Command(By, Reason);

    /// <summary>Release the body from the assignment.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Exempt(string By, string Reason) : Command(By, Reason);

    /// <summary>Remind the contacts now.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why; it stands in the mail.</param>
    public sealed record Remind(string By, string Reason) : Command(By, Reason);

    /// <summary>Take all upload links of the assignment back and mail new ones.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ReissueLinks(string By, string Reason) : Command(By, Reason);

    /// <summary>Have the duty to report of the assignment's body pass to another person.</summary>
    /// <param name="From">The person id of the contact who is replaced; empty for the only one.</param>
    /// <param name="Name">The new contact's name, as it stands in letters.</param>
    /// <param name="Email">The new contact's address.</param>
    /// <param name="Language">The language of the new contact's mails and pages.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why; it stays on record for ever.</param>
    public sealed record Reassign(
        string From,
        string Name,
        string Email,
        Language Language,
        string By,
        string Reason
    ) : Command(By, Reason);
}
