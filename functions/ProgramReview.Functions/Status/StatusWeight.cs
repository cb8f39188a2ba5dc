using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Status;

/// <summary>How urgently a state wants a look; the worst comes first.</summary>
public static class StatusWeight
{
    /// <summary>The weight of a state; higher is worse.</summary>
    public static int Of(AssignmentPhase phase) =>
        phase switch
        {
            AssignmentPhase.Missing => 8,
            AssignmentPhase.Overdue => 7,
            AssignmentPhase.ToMend => 6,
            AssignmentPhase.BeingChecked => 3,
            AssignmentPhase.Reopened => 5,
            AssignmentPhase.Open => 4,
            AssignmentPhase.Waiting => 3,
            AssignmentPhase.Late => 2,
            AssignmentPhase.OnTime => 1,
            AssignmentPhase.Exempt => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Unknown phase."),
        };
}
