using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>One approval round as the record has it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="DossierHash">The dossier it is about.</param>
/// <param name="Closes">When the stage that is asked closes.</param>
/// <param name="Decisions">The answers that count, one per approver, in the order they came.</param>
/// <param name="Outcome">How it ended, or null while it runs.</param>
public sealed record RoundState(
    int Number,
    string DossierHash,
    Deadline Closes,
    IReadOnlyList<CycleEvent.Decided> Decisions,
    RoundOutcome? Outcome
)
{
    /// <summary>The stage that is asked, from 1.</summary>
    public int Stage { get; init; } = 1;

    /// <summary>Whether it closed undecided once and stays open as long again.</summary>
    public bool IsExtended { get; init; }

    /// <summary>Approvers who may not answer in it, by id.</summary>
    public IReadOnlyList<string> Barred { get; init; } = [];

    /// <summary>Who let it be known that they have the request before them, by person id.</summary>
    public IReadOnlyList<string> Seen { get; init; } = [];

    /// <summary>The assignments that requests for changes name, each once, with the parts and the comments about it.</summary>
    public IReadOnlyDictionary<AssignmentId, AskedChanges> Reopened() =>
        Decisions
            .Where(decision => decision.Verdict == DecisionVerdict.RequestChanges)
            .SelectMany(decision => decision.Reopen.Select(part => (part, decision.Comment)))
            .GroupBy(pair => pair.part.Assignment)
            .ToDictionary(
                group => group.Key,
                group => new AskedChanges(
                    group.Select(pair => pair.part.Part).ToHashSet(),
                    string.Join("\n\n", group.Select(pair => pair.Comment).Distinct())
                )
            );
}
