using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Mail;

/// <summary>What a mail is drawn from; each kind says which optional parts it needs.</summary>
public sealed record MailModel
{
    /// <summary>The plan.</summary>
    public required PlanLookup Plan { get; init; }

    /// <summary>Who receives it.</summary>
    public required Person Recipient { get; init; }

    /// <summary>The instant of sending.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The one link: upload or decision page, status page (round expired) or dossier (published); null: no button.</summary>
    public Uri? Link { get; init; }

    /// <summary>The assignment: request, reminder, overdue, received, changes asked; and a fresh upload link.</summary>
    public AssignmentId? Assignment { get; init; }

    /// <summary>The assignment's <c>due</c> in force; with <see cref="Assignment"/>.</summary>
    public Deadline? Due { get; init; }

    /// <summary>The assignment's <c>closes</c> in force; with <see cref="Assignment"/>.</summary>
    public Deadline? Closes { get; init; }

    /// <summary>How the assignment stands: duty taken.</summary>
    public AssignmentPhase? Phase { get; init; }

    /// <summary>The recorded submission: received.</summary>
    public Submission? Submission { get; init; }

    /// <summary>The attempt that was refused before any byte was stored: refused.</summary>
    public AssignmentEvent.AttemptRefused? Refused { get; init; }

    /// <summary>When it was made: refused.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>The receipt to keep, attached: received, refused.</summary>
    public MailAttachment? ReceiptFile { get; init; }

    /// <summary>The receipt's number: received, refused.</summary>
    public string? ReceiptNumber { get; init; }

    /// <summary>Whether it is the version that counts: received.</summary>
    public bool Counts { get; init; }

    /// <summary>The approval round: decision request and reminder, round expired, changes asked; and a fresh decision link.</summary>
    public int? Round { get; init; }

    /// <summary>When that round expires: decision request and reminder.</summary>
    public Deadline? RoundCloses { get; init; }

    /// <summary>What the approvers or operations wrote: changes asked, returned, late allowed; extended after the close.</summary>
    public string? Comment { get; init; }

    /// <summary>The <c>due</c> that was in force before: extended.</summary>
    public Deadline? FormerDue { get; init; }

    /// <summary>The dossier's identity: decision request, published.</summary>
    public string? DossierHash { get; init; }

    /// <summary>The anchor: anchored.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>How the cycle ended: ended.</summary>
    public CycleOutcome? Outcome { get; init; }

    /// <summary>Why: ended, and what operations decided.</summary>
    public string? Reason { get; init; }
}
