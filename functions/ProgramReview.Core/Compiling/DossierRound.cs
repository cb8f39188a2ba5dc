using System.Text.Json.Serialization;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Compiling;

/// <summary>A round before the one that a dossier is compiled for.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="DossierHash">What it was about.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Answers">What was answered, in order.</param>
public sealed record DossierRound(
    int Number,
    string DossierHash,
    RoundOutcome Outcome,
    IReadOnlyList<DossierAnswer> Answers
)
{
    /// <summary>Why its dossier did not hold any more; null unless it was voided.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CycleEvent.RoundVoided? Voided { get; init; }

    /// <summary>When that was, in product time; null unless it was voided.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? VoidedAt { get; init; }

    /// <summary>The rounds before one, also those that were void before they opened; the oldest first.</summary>
    /// <param name="cycle">The cycle's own stream.</param>
    /// <param name="round">The round that a dossier is compiled for.</param>
    public static IReadOnlyList<DossierRound> Before(EventStream cycle, int round)
    {
        var answers = cycle
            .Where(entry => entry.Event is CycleEvent.Decided)
            .ToLookup(entry => ((CycleEvent.Decided)entry.Event).Round, AnswerOf);
        return
        [
            .. from dossier in cycle.Cycle.Dossiers
            where dossier.Key < round
            orderby dossier.Key
            let outcome = cycle.Cycle.OutcomeOf(dossier.Key)
            where outcome is not null
            let voiding = cycle.Cycle.Voidings.GetValueOrDefault(dossier.Key)
            select new DossierRound(
                dossier.Key,
                dossier.Value,
                outcome.Value,
                [.. answers[dossier.Key]]
            )
            {
                Voided = voiding?.Event,
                VoidedAt = voiding?.At,
            },
        ];
    }

    private static DossierAnswer AnswerOf(Entry entry)
    {
        var decided = (CycleEvent.Decided)entry.Event;
        return new DossierAnswer(decided.Approver, decided.Verdict, entry.RecordedAt);
    }
}
