using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Core.Operations;

/// <summary>What a command is decided in: the record as it is, and the present.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Assignment">The assignment, or null for the cycle itself.</param>
/// <param name="State">The assignment's state.</param>
/// <param name="Now">The present.</param>
public sealed record CommandScene(
    CycleState Cycle,
    AssignmentId? Assignment,
    AssignmentState State,
    DateTimeOffset Now
)
{
    /// <summary>The plan with the contacts of now; forms need it.</summary>
    public PlanLookup? Plan { get; init; }

    /// <summary>The stream that is looked at.</summary>
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    /// <summary>The reports whose stage waits for this one; instants that a command moves are held against theirs.</summary>
    public IReadOnlyList<WaitingReport> Waiting { get; init; } = [];

    /// <summary>Whether reports can come.</summary>
    public bool IsOpen => State.Current?.IsOpen(Now) == true;

    internal bool IsClosed => State.Current is not null && !IsOpen;

    internal bool Counts => State.IsAccepted;

    /// <summary>The parts of which no version counts.</summary>
    internal IEnumerable<PartState> Missing() => State.Parts.Where(part => part.Counting is null);

    internal bool Runs => Cycle.End is null;

    internal bool MayChange =>
        CommandRules.RefuseTruth(Cycle) is null
        && State.Exemption is null
        && Assignment is not null;

    /// <summary>The round that becomes void by a command that changes what counts, with the answers it has; null if there is none.</summary>
    public (int Round, int Answers)? AtStake =>
        Cycle.RoundInForce is { } round ? (round, Cycle.Round(round)?.Decisions.Count ?? 0) : null;

    /// <summary>The edition that is opened by such a command, after a publication; null if there is none, or one is being made already.</summary>
    public int? EditionAtStake =>
        Cycle is { TakesEditions: true, RoundInForce: null, EditionAtWork: null }
            ? Cycle.Editions.Count + 2
            : null;

    /// <summary>The commands that make sense now, the most usual first.</summary>
    public IEnumerable<CommandDefinition> Menu() =>
        Command.All.Where(one =>
            one.Scope.HasFlag(Assignment is null ? CommandScope.Cycle : CommandScope.Assignment)
            && one.Fits(this)
        );
}
