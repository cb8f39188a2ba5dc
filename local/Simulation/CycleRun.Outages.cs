using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Operations;

namespace ProgramReview.Local.Simulation;

/// <content>Outages that operators declare once they are over.</content>
internal sealed partial class CycleRun
{
    private void PrepareOutage()
    {
        if (dice.Says(0.3, "an outage"))
        {
            schedule.AddAct(
                SimulatedPlan.Opens.AddDays(1 + (18 * dice.Of("when an outage"))),
                "an operator declares an outage",
                DeclareAsync
            );
        }
    }

    private async Task DeclareAsync()
    {
        if (await Pages.FindAsync(SimulatedPlan.Cycle, crash.Life) is null)
        {
            return;
        }
        var key = AssignmentCommandHandler.KeyOf(nameof(Command.DeclareOutage));
        if (!Oracle.Orders.TryGetValue(key, out var order))
        {
            var ended = WholeSecond.From(Clock.GetUtcNow()).AddMinutes(-5);
            order = new(
                Plan.Assignments[0],
                new Command.DeclareOutage(
                    new(ended.AddHours(-dice.One("length of an outage", 1, 5, 30)), ended),
                    Officer,
                    "Power cut"
                )
            );
            Oracle.Orders.Add(key, order);
        }
        var answer = await Pages.DeclareAsync(
            SimulatedPlan.Cycle,
            nameof(Command.DeclareOutage),
            (Command.DeclareOutage)order.Command,
            crash.Life
        );
        Note($"  {(answer is CommandAnswer.Refused refused ? refused.Why.Code : "done")}");
    }
}
