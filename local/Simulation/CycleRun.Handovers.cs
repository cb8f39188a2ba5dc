using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Simulation;

/// <content>Contacts who leave: an operator has the duty to report pass to somebody else, at bad moments too.</content>
internal sealed partial class CycleRun
{
    private const string SuccessorMark = ".successor-";

    private void PrepareHandovers(AssignmentId assignment)
    {
        var type = Plan.ReportType(assignment.ReportType);
        var (due, closes) = (type.Due.Show(TimeZoneInfo.Utc), type.Closes.Show(TimeZoneInfo.Utc));
        var handovers = dice.One($"handovers of {assignment}", 0, 0, 0, 0, 1, 2);
        for (var number = 1; number <= handovers; number++)
        {
            var name = $"an operator's handover {number} of {assignment.Body}";
            var at = dice.One(
                $"when {name}",
                SimulatedPlan.Opens,
                SimulatedPlan.Opens.AddMinutes(1),
                type.Reminders[0],
                due.AddHours(-1),
                due,
                closes,
                SimulatedPlan.Opens.AddDays(30 * dice.Of($"late {name}"))
            );
            // As the form does, or as a program that leaves it to the only contact, or that remembers who once was.
            var contacts = Plan.Body(assignment.Body).Contacts;
            var from = dice.One(
                $"whose {name}",
                "",
                contacts[0].Id,
                contacts[^1].Id,
                $"{contacts[0].Id}-2"
            );
            var command = new Command.Reassign(
                from,
                $"The new {assignment.Body} {number}",
                $"{assignment.Body}{SuccessorMark}{number}@small.example",
                dice.One($"language of {name}", Enum.GetValues<Language>()),
                Officer,
                name
            );
            schedule.AddAct(
                at,
                name,
                () => PressAsync(assignment, name, () => Task.FromResult<Command>(command))
            );
        }
    }

    /// <summary>Whose an address is: the plan's, or that of somebody a duty passed to.</summary>
    private async Task<string> HolderOfAsync(string address)
    {
        if (!address.Contains(SuccessorMark, StringComparison.Ordinal))
        {
            return address.Split('@')[0];
        }
        var kept = (await contacts.ListAsync(SimulatedPlan.Cycle)).Single(contact =>
            contact.ToPerson("").Email == address
        );
        return (await record.ReadAsync(SimulatedPlan.Cycle.Stream))
            .Where(entry => entry.Key == kept.Key)
            .Select(entry =>
                entry.Event switch
                {
                    CycleEvent.DutyPassed passed => passed.To,
                    CycleEvent.SeatPassed passed => passed.To,
                    CycleEvent.DeputyNamed named => named.Person,
                    var other => throw new InvalidOperationException(other.GetType().Name),
                }
            )
            .Single();
    }
}
