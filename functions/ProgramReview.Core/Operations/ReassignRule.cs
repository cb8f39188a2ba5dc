using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Planning.Rules;

namespace ProgramReview.Core.Operations;

/// <summary>
/// Decides whether the duty to report of a body passes to another person. It may at any time until nothing can be asked of the body any more:
/// a closed report can open again, and then the letter must reach whoever is there.
/// </summary>
public static class ReassignRule
{
    /// <summary>The event it comes to, or a named refusal.</summary>
    /// <param name="plan">The plan with the contacts of now.</param>
    /// <param name="cycle">The cycle, as read together with them.</param>
    /// <param name="assignment">An assignment of the body.</param>
    /// <param name="state">The assignment.</param>
    /// <param name="command">The command.</param>
    /// <param name="contactHash">The hash under which the new contact is kept.</param>
    public static (CycleEvent.DutyPassed? Event, Refusal? Why) Decide(
        PlanLookup plan,
        CycleState cycle,
        AssignmentId assignment,
        AssignmentState state,
        Command.Reassign command,
        string contactHash
    )
    {
        var contacts = plan.Body(assignment.Body).Contacts;
        var former = command.From.Length == 0 && contacts is [var only] ? only.Id : command.From;
        return Refuse(cycle, assignment.Body, state, contacts, former, command) is { } why
            ? (null, why)
            : (
                new CycleEvent.DutyPassed(
                    assignment.Body,
                    former,
                    NewId(plan, cycle, assignment.Body, former),
                    contactHash,
                    command.By,
                    command.Reason
                ),
                null
            );
    }

    private static Refusal? Refuse(
        CycleState cycle,
        string body,
        AssignmentState state,
        IReadOnlyList<Person> contacts,
        string former,
        Command.Reassign command
    ) =>
        CommandRules.RefuseReason(command.Reason)
        ?? (cycle, state) switch
        {
            ({ End: { } end }, _) => Refusal.Conflict("cycle-ended", by: end.By),
            (_, { Exemption: { } exemption }) => Refusal.Conflict(
                "already-exempt",
                by: exemption.By
            ),
            ({ IsDecided: true }, _) => Refusal.Conflict("cycle-decided"),
            _ when former.Length == 0 => Refusal.Unfit("contact-unclear", "target"),
            _ when contacts.All(person => person.Id != former) => RefuseFormer(cycle, body, former),
            _ when !NewPerson.IsName(command.Name) => Refusal.Unfit("name-unfit", "name"),
            _ when command.Language is null => Refusal.Unfit("language-unknown", "language"),
            _ when !AddressRule.IsPlausible(command.Email) => Refusal.Unfit(
                "address-unfit",
                "email"
            ),
            _ when contacts.Any(person => NewPerson.IsSame(person.Email, command.Email)) =>
                Refusal.Conflict("contact-same"),
            _ => null,
        };

    private static Refusal RefuseFormer(CycleState cycle, string body, string former) =>
        cycle
            .Handovers.Select(handover => handover.Event)
            .FirstOrDefault(passed => passed.Body == body && passed.From == former)
            is { } passed
            ? Refusal.Conflict("contact-moved", by: passed.By)
            : Refusal.Conflict("contact-unknown");

    // The first contact's id and a number: it names nobody, and nobody in this cycle had it before.
    private static string NewId(PlanLookup plan, CycleState cycle, string body, string former)
    {
        var root = cycle
            .Handovers.Reverse()
            .Select(handover => handover.Event)
            .Where(passed => passed.Body == body)
            .Aggregate(former, (first, passed) => passed.To == first ? passed.From : first);
        return NewPerson.IdFor(plan, cycle, root);
    }
}
