using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>What every letter is drawn from: the outbox row, the cycle as it is now, the receiver, and the present.</summary>
/// <param name="Mail">Its row in the outbox.</param>
/// <param name="Cycle">The cycle as it is now, with the people of now.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Now">The instant of sending.</param>
public sealed record LetterDraft(
    OutboxMail Mail,
    RunningCycle Cycle,
    Person Recipient,
    DateTimeOffset Now
)
{
    /// <summary>The receiver's language, the plan and the instant, for putting things into words.</summary>
    public PageContext Page => new(Recipient.Language, Now, Cycle.Plan);

    /// <summary>The assignment it is about.</summary>
    public AssignmentId Assignment => AssignmentId.Parse(Mail.Subject);

    /// <summary>The assignment's stream if whoever asked for the letter has read it.</summary>
    public EventStream? Stream { get; init; }

    /// <summary>A number that the row carries.</summary>
    public int Number(string argument) =>
        int.Parse(Mail.Arguments[argument], CultureInfo.InvariantCulture);
}
