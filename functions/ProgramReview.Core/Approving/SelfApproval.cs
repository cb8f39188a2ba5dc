using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>Where a plan says so, whoever sent the consolidated report that counts does not decide about it.</summary>
public static class SelfApproval
{
    /// <summary>The approvers who may not answer, by id: those who are a sender, or read the mailbox of one.</summary>
    /// <param name="plan">The plan with those who answer for bodies now.</param>
    /// <param name="senders">The person ids under which what counts was sent.</param>
    public static IReadOnlyList<string> Barred(PlanLookup plan, IReadOnlyCollection<string> senders)
    {
        if (plan.Plan.Approval.SelfApproval != false)
        {
            return [];
        }
        var addresses = senders
            .Select(plan.FindPerson)
            .OfType<Person>()
            .Select(person => person.Email)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. plan
                .Plan.Approval.Approvers.Where(person =>
                    senders.Contains(person.Id) || addresses.Contains(person.Email)
                )
                .Select(person => person.Id),
        ];
    }
}
