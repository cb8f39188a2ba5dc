using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>The mailboxes that answer for a seat, or may come to: a second seat would make one person two.</summary>
internal static class Mailboxes
{
    /// <summary>Of approvers, of those whom the plan lists as deputies, of whoever was put into a seat, and of whoever was named for the round that runs.</summary>
    /// <param name="plan">The plan with those who were named since.</param>
    /// <param name="cycle">The cycle, as read together with them.</param>
    public static IReadOnlySet<string> Of(PlanLookup plan, CycleState cycle) =>
        plan
            .Plan.Approval.Approvers.Concat(
                (plan.Plan.Approval.Deputies ?? []).SelectMany(one => one.People)
            )
            .Concat(
                cycle
                    .SeatOrders.Where(order => !order.IsUndone)
                    .Select(order => order.Event)
                    .OfType<CycleEvent.SeatPassed>()
                    .Select(passed => passed.To)
                    .Concat(cycle.Deputies)
                    .Select(plan.FindPerson)
                    .OfType<Person>()
            )
            .Select(person => person.Email)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
