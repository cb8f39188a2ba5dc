using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>The latest approval round on the status page.</summary>
/// <param name="Round">From 1.</param>
/// <param name="Closes">When it expires.</param>
/// <param name="Outcome">How it ended, or null while it is open.</param>
/// <param name="Tally">How the stages stand that were asked.</param>
/// <param name="DossierPath">Where its dossier is read, or null for whoever may not open it.</param>
public sealed record StatusRound(
    int Round,
    Deadline Closes,
    RoundOutcome? Outcome,
    IReadOnlyList<RoundTally> Tally,
    string? DossierPath
)
{
    /// <summary>Who is asked and has not answered, by person id.</summary>
    public IReadOnlyList<string> Silent { get; init; } = [];

    /// <summary>Of those who let it be known that the request has reached them.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>Where its result is kept as a signed document, or null.</summary>
    public string? ResultPath { get; init; }

    /// <summary>Why its dossier does not hold any more, or null; the answers are former ones then.</summary>
    public CycleEvent.RoundVoided? Voided { get; init; }

    /// <summary>Who stands in for whom.</summary>
    public IReadOnlyList<Deputy> Deputies { get; init; } = [];

    /// <summary>The minutes of the sessions that were recorded in this cycle.</summary>
    public IReadOnlyList<MinutesLine> Minutes { get; init; } = [];

    /// <summary>What operations did for seats and does not count yet.</summary>
    public IReadOnlyList<SeatOrder> Waiting { get; init; } = [];
}
