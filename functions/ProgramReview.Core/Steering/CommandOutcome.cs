using ProgramReview.Core.Audit;

namespace ProgramReview.Core.Steering;

/// <summary>What a command comes to, given the record as it is.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome() { }

    /// <summary>A fact of the assignment.</summary>
    /// <param name="Fact">To be written.</param>
    public sealed record Written(AssignmentFact Fact) : CommandOutcome;

    /// <summary>The assignment opens again under the cycle's process.</summary>
    /// <param name="Fact">To be written to the cycle's stream.</param>
    public sealed record Reopening(CycleFact.Reopened Fact) : CommandOutcome;

    /// <summary>Nothing is written.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : CommandOutcome;
}
