using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>Where a plan says so, whoever sent the consolidated report that counts does not decide about it.</summary>
public static class SelfApproval
{
    /// <summary>
    /// Who may not answer, by id: the seats whose holder is a sender or reads the mailbox of one, and the deputies who are or do.
    /// </summary>
    /// <param name="plan">The plan with those who answer for bodies and hold seats now.</param>
    /// <param name="orders">What operations did for seats.</param>
    /// <param name="senders">The person ids under which what counts was sent.</param>
    public static IReadOnlyList<string> Barred(
        PlanLookup plan,
        IReadOnlyList<SeatOrder> orders,
        IReadOnlyCollection<string> senders
    )
    {
        var approval = plan.Plan.Approval;
        if (approval.SelfApproval != false)
        {
            return [];
        }
        bool Sent(Person person) => Reads(plan, senders, person);
        return
        [
            .. approval
                .Approvers.Where(seat =>
                    Sent(seat) || Sent(plan.FindPerson(Seats.HolderOf(orders, seat.Id))!)
                )
                .Concat((approval.Deputies ?? []).SelectMany(one => one.People).Where(Sent))
                .Select(person => person.Id)
                .Distinct(),
        ];
    }

    /// <summary>Whether somebody is a sender, or reads the mailbox of one.</summary>
    public static bool Reads(PlanLookup plan, IReadOnlyCollection<string> senders, Person person) =>
        senders.Contains(person.Id)
        || senders
            .Select(plan.FindPerson)
            .OfType<Person>()
            .Any(sender =>
                string.Equals(sender.Email, person.Email, StringComparison.OrdinalIgnoreCase)
            );
}
