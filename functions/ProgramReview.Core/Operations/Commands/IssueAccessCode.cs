using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Have an access code made for an approver; any before it opens nothing any more.</summary>
    /// <param name="Person">The approver's person id.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record IssueAccessCode(string Person, string By, string Reason)
        : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "issue-access-code",
            CommandScope.Cycle
        )
        {
            Fields =
            [
                new("approver", CommandFieldKind.Choice)
                {
                    Label = "access-code.holder",
                    Options = scene =>
                        Holders(scene.Plan!, scene.Cycle)
                            .Select(person => new CommandOption(person.Id, person)),
                },
            ],
            Fits = scene => scene.Runs && Holders(scene.Plan!, scene.Cycle).Any(),
            Read = (values, _) =>
                new IssueAccessCode(values.Text("approver"), values.By, values.Reason),
        };

        /// <summary>Why none can be made, or null.</summary>
        /// <param name="plan">The plan.</param>
        /// <param name="cycle">The cycle as it is.</param>
        public Refusal? Refuse(PlanLookup plan, CycleState cycle) =>
            CommandRules.RefuseReason(Reason)
            ?? (
                cycle.End is { } end ? Refusal.Conflict("cycle-ended", by: end.By)
                : Holders(plan, cycle).All(person => person.Id != Person)
                    ? Refusal.Conflict("access-code-not-used")
                : null
            );

        // Whoever may come to answer: approvers, those who may stand in for them, and those who were put in their place.
        private static IEnumerable<Person> Holders(PlanLookup plan, CycleState cycle) =>
            plan.Plan.Approval is { SecondStep: SecondStep.AccessCode } approval
                ? approval
                    .Approvers.Concat((approval.Deputies ?? []).SelectMany(one => one.People))
                    .Concat(
                        cycle
                            .SeatOrders.Select(order => order.Event)
                            .OfType<CycleEvent.SeatPassed>()
                            .Select(passed => plan.FindPerson(passed.To))
                            .OfType<Person>()
                    )
                    .Concat(cycle.Deputies.Select(plan.FindPerson).OfType<Person>())
                    .DistinctBy(person => person.Id)
                : [];
    }
}
