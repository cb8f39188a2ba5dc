using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// What the decision page shows. Its form posts <c>verdict</c>, <c>reopen</c> (repeated), <c>comment</c>, <c>round</c>,
/// <c>rules</c> and <c>dossierHash</c>, and what the second step asks, to <see cref="Path"/>.
/// </summary>
public sealed record DecisionPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The page's own path.</summary>
    public required string Path { get; init; }

    /// <summary>The approver whose link it is: name and language; decisions are recorded under their id.</summary>
    public required Person Approver { get; init; }

    /// <summary>The approver of the plan in whose place this person answers; null for the approver.</summary>
    public Person? Seat { get; init; }

    /// <summary>Who answered for the seat, if it was somebody else.</summary>
    public Person? Voter { get; init; }

    /// <summary>What operations recorded of a session as the seat's answer; null if nothing, or if it was answered by link.</summary>
    public SeatAnswer? Session { get; init; }

    /// <summary>Who may answer in this person's place; null if nobody may.</summary>
    public Person? Deputy { get; init; }

    /// <summary>Those whom this person could name as a deputy; empty for a deputy.</summary>
    public IReadOnlyList<Person> Deputies { get; init; } = [];

    /// <summary>Whether this person could name anybody else as well.</summary>
    public bool MayNameAnyone { get; init; }

    /// <summary>Names this drawing of the form for a deputy; posted twice it adds nothing.</summary>
    public string Press { get; init; } = "";

    /// <summary>What was typed about a deputy and not taken, or null.</summary>
    public FormAnswer? DeputyAnswer { get; init; }

    /// <summary>Whether this person can take the deputy's place back.</summary>
    public bool MayRevoke { get; init; }

    /// <summary>The number of the approval round, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>When the round expires.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>The dossier's identity.</summary>
    public required string DossierHash { get; init; }

    /// <summary>Where the dossier as a whole can be read.</summary>
    public required string DossierPath { get; init; }

    /// <summary>What the reports add up to.</summary>
    public required DossierTotals Totals { get; init; }

    /// <summary>The consolidated report.</summary>
    public required IReadOnlyList<ReportLine> Consolidated { get; init; }

    /// <summary>A page of the others.</summary>
    public required ReportPage Others { get; init; }

    /// <summary>What had been chosen to be changed, on this page or another.</summary>
    public IReadOnlyList<ReportLine> Chosen { get; init; } = [];

    /// <summary>Who was late, missing, exempt, extended or corrected: the first of each.</summary>
    public required IReadOnlyList<ExceptionGroup> Found { get; init; }

    /// <summary>What changed since the last round; nothing in the first.</summary>
    public required RoundDifference Changes { get; init; }

    /// <summary>What a later dossier says otherwise, where this one does not hold any more and the later one is made; else null.</summary>
    public RoundDifference? Since { get; init; }

    /// <summary>The figures of the whole that the dossier was made from, or null where the plan asks for none.</summary>
    public FigureView? Figures { get; init; }

    /// <summary>Why the dossier does not hold any more, or null.</summary>
    public CycleEvent.RoundVoided? Voided { get; init; }

    /// <summary>How many of those asked have answered, and how; counts only, no names.</summary>
    public required IReadOnlyList<RoundTally> Tally { get; init; }

    /// <summary>What can be done.</summary>
    public required DecisionPageState State { get; init; }

    /// <summary>What is asked beside the answer; needed while the state is open.</summary>
    public required StepQuestion Step { get; init; }

    /// <summary>The decision taken by this approver in this round, or null.</summary>
    public CycleEvent.Decided? Decided { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>How the round ended, or null while it is open.</summary>
    public RoundOutcome? Outcome { get; init; }

    /// <summary>Where the receipt of the approver's answer is kept, or null.</summary>
    public string? AnswerPath { get; init; }

    /// <summary>Where the result of the round is kept as a signed document, or null.</summary>
    public string? ResultPath { get; init; }

    /// <summary>Where the approver lets it be known that the request has reached them; null once they did.</summary>
    public string? SeenPath { get; init; }

    /// <summary>The digits that are typed for that.</summary>
    public string SeenDigits { get; init; } = "";

    /// <summary>What was entered before, or null.</summary>
    public DecisionDraft? Draft { get; init; }

    /// <summary>Why the posted decision was not taken; empty otherwise.</summary>
    public IReadOnlyList<Refusal> Problems { get; init; } = [];
}
