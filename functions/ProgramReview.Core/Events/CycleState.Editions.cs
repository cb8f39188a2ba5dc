namespace ProgramReview.Core.Events;

/// <content>What is published, and what overtook it.</content>
public sealed partial record CycleState
{
    /// <summary>Every dossier that was published, oldest first: one for an edition.</summary>
    public IReadOnlyList<Publication> Publications { get; private init; } = [];

    /// <summary>The newest published dossier, which is in force; null until one was.</summary>
    public Publication? Publication => Publications.Count > 0 ? Publications[^1] : null;

    /// <summary>Every edition that was opened after a publication, oldest first, whether or not it came to be published.</summary>
    public IReadOnlyList<Edition> Editions { get; private init; } = [];

    /// <summary>The edition that is being compiled or decided about, or null: none was opened since what is published, or it was given up.</summary>
    public Edition? EditionAtWork =>
        End is null
        && Editions.Count > 0
        && Editions[^1] is var newest
        && newest.Number > Publication?.Edition
        && !(CurrentRound is { } round && round.Number >= newest.FirstRound && IsTurnedDown(round))
            ? newest
            : null;

    /// <summary>Whether late truth still leads to an edition of what is published.</summary>
    public bool TakesEditions => End is null && Publication is { OpenUntil: not null };

    /// <summary>Whether nothing can lead to a decision or publication any more.</summary>
    public bool IsDecided =>
        !TakesEditions
        && CurrentRound is { } round
        && (round.Outcome == RoundOutcome.Approved || IsTurnedDown(round));

    /// <summary>The number of the edition that a round is about, from 1.</summary>
    public int EditionOf(int round) => 1 + Editions.Count(edition => edition.FirstRound <= round);

    /// <summary>Until when the next dossier waits for orders that belong together; null if nothing overtook any.</summary>
    public DateTimeOffset? SettlesAt =>
        Voidings
            .Values.Select(voiding => voiding.At)
            .Concat(Editions.Select(edition => edition.At))
            .Max(at => (DateTimeOffset?)at + Voiding.Settling);

    private bool IsTurnedDown(RoundState round) =>
        round.Outcome == RoundOutcome.Rejected
        || Choices.GetValueOrDefault(round.Number)?.Step == NextStep.End;
}
