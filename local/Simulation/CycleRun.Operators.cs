using ProgramReview.Core.Audit;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Audit;
using ProgramReview.Functions.Orchestration;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Simulation.People;

namespace ProgramReview.Local.Simulation;

/// <content>The operators: they start the cycle, extend and exempt at bad moments, and choose after expired rounds.</content>
internal sealed partial class CycleRun
{
    private const string Officer = "Officer operations";

    private void Prepare()
    {
        var starts = dice.Pick(3, "starts");
        for (var number = 0; number <= starts / 2; number++)
        {
            diary.Add(
                new Errand(
                    SmallPlan.Opens,
                    $"an operator starts the cycle ({number + 1})",
                    () =>
                        world.Get<CycleStarter>().StartAsync(Client, Plan.Plan, Officer, crash.Life)
                )
                {
                    // Nobody gives up before it runs.
                    Tries = 50,
                }
            );
        }
        foreach (var assignment in Plan.Assignments)
        {
            PrepareOrders(assignment);
        }
        Sweep(0);
        DailySweep(0);
        DailyAnchor(0);
        LookAtStatus(0);
    }

    private void PrepareOrders(AssignmentId assignment)
    {
        var type = Plan.ReportType(assignment.ReportType);
        var (due, closes) = (type.Due.Show(TimeZoneInfo.Utc), type.Closes.Show(TimeZoneInfo.Utc));
        if (dice.Says(0.3, $"extends {assignment}"))
        {
            var at = dice.One(
                $"when extends {assignment}",
                due.AddDays(-1),
                due.AddSeconds(-1),
                due,
                due.AddSeconds(1),
                closes.AddHours(-1),
                closes.AddSeconds(-1)
            );
            var to = dice.One(
                $"to when {assignment}",
                due.AddHours(6),
                due.AddDays(1),
                closes,
                closes.AddDays(1)
            );
            var name = $"an operator extends {assignment.Body}.{assignment.ReportType}";
            diary.Add(new Errand(at, name, () => ExtendAsync(assignment, to)) { IsAct = true });
        }
        if (dice.Says(0.1, $"exempts {assignment}"))
        {
            var at =
                SmallPlan.Opens
                + ((closes.AddHours(12) - SmallPlan.Opens) * dice.Of($"when exempts {assignment}"));
            var name = $"an operator exempts {assignment.Body}.{assignment.ReportType}";
            diary.Add(new Errand(at, name, () => ExemptAsync(assignment)) { IsAct = true });
        }
    }

    private async Task ExtendAsync(AssignmentId assignment, DateTimeOffset to)
    {
        var due = Deadline.At(to);
        var recorded = await world
            .Get<AssignmentRecorder>()
            .WriteAsync(
                assignment,
                $"extended-{due}",
                entries =>
                    AssignmentState.Of(entries)
                        is { Exemption: null, Current: { Outcome: null } current }
                    && due.IsAfter(current.DueInForce)
                    && current.Closes.Remaining(Clock.GetUtcNow()) > TimeSpan.Zero
                        ? new AssignmentFact.DueExtended(
                            current.Number,
                            current.DueInForce,
                            due,
                            due.IsAfter(current.Closes) ? due : current.Closes,
                            Officer,
                            "Flood"
                        )
                        : null,
                crash.Life
            );
        if (recorded is null)
        {
            return;
        }
        await Client.RingAsync(assignment.InstanceId(1), crash.Life);
    }

    private async Task ExemptAsync(AssignmentId assignment)
    {
        await world
            .Get<AssignmentRecorder>()
            .WriteAsync(
                assignment,
                "exempted",
                _ => new AssignmentFact.Exempted(Officer, "Dissolved"),
                crash.Life
            );
        await Client.RingAsync(assignment.InstanceId(1), crash.Life);
    }

    /// <summary>An operator looks at the status page once or twice a day, and chooses if a choice is asked for.</summary>
    private void LookAtStatus(int number)
    {
        var at =
            Clock.GetUtcNow()
            + dice.Between(TimeSpan.FromHours(6), TimeSpan.FromHours(20), "operators", number);
        diary.Add(
            new Errand(
                at,
                "an operator looks at the status",
                async () =>
                {
                    LookAtStatus(number + 1);
                    await ChooseAsync();
                }
            )
            {
                Tries = 1,
            }
        );
    }

    private async Task ChooseAsync()
    {
        if (
            await world.Get<Cycles>().FindAsync(SmallPlan.Cycle, crash.Life)
                is not { State: { CurrentRound: { Outcome: RoundOutcome.Expired } round } state }
            || state.Choices.ContainsKey(round.Number)
        )
        {
            return;
        }
        var step =
            round.Number >= 5 || dice.Says(0.2, "ends after", round.Number)
                ? NextStep.End
                : NextStep.AskAgain;
        Note($"  chooses {step} after round {round.Number}");
        Ledger.Choices.TryAdd(round.Number, step);
        await world
            .Get<Recorder>()
            .WriteAsync(
                SmallPlan.Cycle.Stream,
                FormattableString.Invariant($"next-step-{round.Number}"),
                _ => new CycleFact.NextStepChosen(round.Number, step, Officer, "By telephone"),
                crash.Life
            );
        await Client.RingAsync(SmallPlan.Cycle.InstanceId, crash.Life);
    }
}
