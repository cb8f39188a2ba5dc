using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>What a command comes to, given the record as it is.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome() { }

    /// <summary>An event of the assignment.</summary>
    /// <param name="Event">To be written.</param>
    public sealed record Written(AssignmentEvent Event) : CommandOutcome;

    /// <summary>The assignment opens again under the cycle's process.</summary>
    /// <param name="Event">To be written to the cycle's stream.</param>
    public sealed record Reopening(CycleEvent.Reopened Event) : CommandOutcome;

    /// <summary>Nothing is written.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : CommandOutcome;
}
