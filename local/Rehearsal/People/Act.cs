using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Local.Rehearsal.People.Forms;

namespace ProgramReview.Local.Rehearsal.People;

/// <summary>Something a played person does at an instant because of a mail.</summary>
public abstract record Act
{
    private Act(DateTimeOffset at, ReceivedMail mail) => (At, Mail) = (at, mail);

    /// <summary>When, in product time.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The mail; only what bears a link makes anybody act.</summary>
    public ReceivedMail Mail { get; }

    /// <summary>The link's address, as it stood in the mail.</summary>
    public Uri Link => Mail.Link!;

    /// <summary>Whose mail it was: the person's id.</summary>
    public string Person => Mail.Person;

    /// <summary>Opens the page and only looks.</summary>
    public sealed record Open(DateTimeOffset At, ReceivedMail Mail) : Act(At, Mail);

    /// <summary>Sends one part of a report; the file is made when it is sent.</summary>
    public sealed record Upload(
        DateTimeOffset At,
        ReceivedMail Mail,
        PartId Part,
        Func<FilledForm> Fill
    ) : Act(At, Mail);

    /// <summary>Writes to operations for more time, until a due instant that they grant or not.</summary>
    public sealed record AskExtension(
        DateTimeOffset At,
        ReceivedMail Mail,
        AssignmentId Assignment,
        DateTimeOffset Until,
        bool IsGranted
    ) : Act(At, Mail);

    /// <summary>Answers in an approval round.</summary>
    public sealed record Decide(
        DateTimeOffset At,
        ReceivedMail Mail,
        int Round,
        DecisionVerdict Verdict,
        string Comment,
        IReadOnlyList<PartId> Reopen
    ) : Act(At, Mail);

    /// <summary>Operations choose what comes after an expired round.</summary>
    public sealed record ChooseNextStep(
        DateTimeOffset At,
        ReceivedMail Mail,
        CycleId Cycle,
        int AfterRound,
        NextStep Step
    ) : Act(At, Mail);
}
