using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Status;

/// <summary>Something a person of operations decided, as it stands on record.</summary>
/// <param name="At">When.</param>
/// <param name="Assignment">The assignment, or null for the cycle.</param>
/// <param name="Fact">What: the person, the reason, old and new instant are in it.</param>
/// <param name="StoryPath">The story it belongs to, or null for whoever may not open it.</param>
public sealed record StatusDecision(
    DateTimeOffset At,
    AssignmentId? Assignment,
    Fact Fact,
    string? StoryPath
)
{
    /// <summary>Whether a fact is a person's decision about a process or a report; an outage is one, however many deadlines it moves.</summary>
    public static bool Is(Fact fact) =>
        fact
            is AssignmentFact.DueExtended { Outage: null }
                or AssignmentFact.Admitted
                or AssignmentFact.Exempted
                or AssignmentFact.ReturnAsked
                or AssignmentFact.Reminded
                or AssignmentFact.LinksReissued
                or CycleFact.Reopened
                or CycleFact.RetryOrdered
                or CycleFact.DutyPassed
                or CycleFact.ContactErased
                or CycleFact.OutageDeclared
                or CycleFact.NextStepChosen
                or CycleFact.Ended { By: not null };
}
