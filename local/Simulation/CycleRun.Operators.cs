using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Orchestration;

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
            schedule.Add(
                new ScheduledAction(
                    SimulatedPlan.Opens,
                    $"an operator starts the cycle ({number + 1})",
                    () => StartAsync(Plan.Plan)
                )
                {
                    // Nobody gives up before it runs.
                    Tries = 50,
                }
            );
        }
        schedule.Add(
            new ScheduledAction(
                SimulatedPlan.Opens,
                "an operator starts a plan whose dates are past",
                () => StartAsync(SimulatedPlan.Past(dice))
            )
            {
                Tries = 50,
            }
        );
        PrepareOutage();
        foreach (var assignment in Plan.Assignments)
        {
            PrepareOrders(assignment);
            PrepareHandovers(assignment);
        }
        PrepareSeats();
        Reconciler(0);
        DailyReconciler(0);
        DailyAnchor(0);
        LookAtStatus(0);
        PrepareLooks();
    }

    private async Task StartAsync(Plan plan) =>
        await Pages.StartAsync(plan, new StartOrder(Officer, "simulated"), crash.Life);

    private void PrepareOrders(AssignmentId assignment)
    {
        var type = Plan.ReportType(assignment.ReportType);
        var (due, closes) = (type.Due.Show(TimeZoneInfo.Utc), type.Closes.Show(TimeZoneInfo.Utc));
        var orders = dice.One($"orders about {assignment}", 0, 0, 1, 1, 2, 3);
        for (var number = 1; number <= orders; number++)
        {
            var name =
                $"an operator's order {number} about {assignment.Body}.{assignment.ReportType}";
            var at = dice.One(
                $"when {name}",
                due.AddDays(-2),
                due.AddHours(-1),
                due.AddSeconds(-1),
                due,
                due.AddSeconds(1),
                closes.AddHours(-1),
                closes.AddSeconds(-1),
                closes,
                closes.AddHours(1),
                closes.AddDays(2),
                // Rounds run then.
                SimulatedPlan.Opens.AddDays(20 + (10 * dice.Of($"late {name}")))
            );
            schedule.AddAct(
                at,
                name,
                () => PressAsync(assignment, name, () => CommandForAsync(assignment, name))
            );
        }
        PrepareLateTruth(assignment);
        if (dice.Says(0.01, $"stops at {assignment}"))
        {
            var at = SimulatedPlan.Opens.AddDays(35 * dice.Of($"when stops at {assignment}"));
            schedule.AddAct(at, $"an operator stops the cycle over {assignment}", StopAsync);
        }
    }

    // Whatever stands in a dossier may turn out otherwise while it is compiled, decided about or published.
    private void PrepareLateTruth(AssignmentId assignment)
    {
        var truths = dice.One($"late truth about {assignment}", 0, 0, 1, 1, 2);
        for (var number = 1; number <= truths; number++)
        {
            var name = $"late truth {number} about {assignment.Body}.{assignment.ReportType}";
            AddTruth(
                assignment,
                name,
                SimulatedPlan.Opens.AddDays(16 + (20 * dice.Of($"when {name}")))
            );
        }
    }

    private void AddTruth(AssignmentId assignment, string name, DateTimeOffset at) =>
        schedule.AddAct(
            at,
            name,
            () => PressAsync(assignment, name, () => TruthAboutAsync(assignment, name))
        );

    private async Task<Command> TruthAboutAsync(AssignmentId assignment, string name)
    {
        var last = Oracle.Uploads.FindLast(upload => upload.Assignment == assignment);
        return dice.Pick(5, $"which {name}") switch
        {
            0 or 1 => new Command.Exempt(Officer, name),
            2 when last is not null => new Command.Admit(last.BlobName, Officer, name),
            3 => new Command.AllowLate(
                Deadline.At(WholeSecond.From(Clock.GetUtcNow()).AddDays(1)),
                [],
                Officer,
                name
            ),
            _ => await CommandForAsync(assignment, name),
        };
    }

    private async Task PressAsync(AssignmentId assignment, string name, Func<Task<Command>> command)
    {
        if (await Pages.FindAsync(SimulatedPlan.Cycle, crash.Life) is null)
        {
            return;
        }
        var id = name.Replace(' ', '-')
            .Replace('.', '-')
            .Replace("'", "", StringComparison.Ordinal);
        var key = AssignmentCommandHandler.KeyOf(id);
        // A press that is made again after no answer came is the same press.
        if (!Oracle.Orders.TryGetValue(key, out var order))
        {
            order = new(assignment, await command());
            Oracle.Orders.Add(key, order);
        }
        var answer = await Pages.CommandAsync(assignment, id, order.Command, crash.Life);
        Note(
            $"  {order.Command.GetType().Name}: {(answer is CommandAnswer.Refused refused ? refused.Why.Code : "done")}"
        );
    }

    private async Task<Command> CommandForAsync(AssignmentId assignment, string name)
    {
        var type = Plan.ReportType(assignment.ReportType);
        var (due, closes) = (type.Due.Show(TimeZoneInfo.Utc), type.Closes.Show(TimeZoneInfo.Utc));
        var now = WholeSecond.From(Clock.GetUtcNow());
        var later = dice.One(
            $"to when {name}",
            due.AddHours(6),
            due.AddDays(1),
            closes,
            closes.AddDays(1),
            now.AddHours(5),
            now.AddDays(2)
        );
        var last = Oracle.Uploads.FindLast(upload => upload.Assignment == assignment);
        string[] parts =
        [
            .. ReportPart
                .Of(type)
                .Select(part => part.Code)
                .Where(part => dice.Says(0.3, $"{part} of {name}")),
        ];
        // What the operator's page shows of findings.
        var state = (await record.ReadAsync(assignment.Stream)).Assignment;
        FindingOption[] found =
        [
            .. from file in state.Submissions
            where file.Check is not null
            from finding in file.Standing()
            where finding.Severity is Severity.Error or Severity.Query
            select new FindingOption(file, finding),
        ];
        var one = found.Length > 0 ? found[dice.Pick(found.Length, $"which finding {name}")] : null;
        return dice.Pick(16, $"what {name}") switch
        {
            < 4 => new Command.Extend(
                Deadline.At(later),
                dice.Says(0.3, $"closes {name}") ? Deadline.At(later.AddHours(12)) : null,
                null,
                Officer,
                name
            ),
            4 => new Command.Exempt(Officer, name),
            5 => new Command.Return(null, null, parts, Officer, name),
            6 => new Command.Return(
                Deadline.At(now.AddDays(1)),
                Deadline.At(now.AddDays(2)),
                parts,
                Officer,
                name
            ),
            7 or 8 => new Command.AllowLate(Deadline.At(now.AddDays(2)), parts, Officer, name),
            9 when last is not null => new Command.Admit(last.BlobName, Officer, name),
            10 => new Command.ReissueLinks(Officer, name),
            12 or 13 or 14 when one is not null => new Command.Overrule(one.Name, Officer, name),
            15 when one is { Finding.Severity: Severity.Query } => new Command.Explain(
                one.Finding.Key,
                $"By telephone: {name}",
                Officer,
                name
            ),
            _ => new Command.Remind(Officer, name),
        };
    }

    private async Task StopAsync()
    {
        if (await Pages.FindAsync(SimulatedPlan.Cycle, crash.Life) is not null)
        {
            var answer = await Pages.StopAsync(
                SimulatedPlan.Cycle,
                Officer,
                "The programme is dissolved",
                crash.Life
            );
            Note($"  {answer.GetType().Name}");
        }
    }

    // Everybody wants to know who was in time, while what came at the last moment is being recorded.
    private void PrepareLooks()
    {
        foreach (var type in Plan.Plan.ReportTypes)
        {
            foreach (var instant in (Deadline[])[type.Due, type.Closes])
            {
                for (var number = 1; number <= 2; number++)
                {
                    var name = $"an operator looks after {instant} of {type.Code} ({number})";
                    schedule.Add(
                        new ScheduledAction(
                            instant.Show(TimeZoneInfo.Utc).AddSeconds(10 * dice.Of(name)),
                            name,
                            AddUpAsync
                        )
                        {
                            Tries = 1,
                        }
                    );
                }
            }
        }
    }

    // As the status page does before it shows anything.
    private async Task AddUpAsync()
    {
        if (await Pages.FindAsync(SimulatedPlan.Cycle, crash.Life) is not null)
        {
            await world.Get<IndexReader>().RefreshAsync(Plan, crash.Life);
        }
    }

    /// <summary>An operator looks at the status page once or twice a day, and chooses if a choice is asked for.</summary>
    private void LookAtStatus(int number) =>
        Again(
            "an operator looks at the status",
            Clock.GetUtcNow()
                + dice.Between(TimeSpan.FromHours(6), TimeSpan.FromHours(20), "operators", number),
            () => LookAtStatus(number + 1),
            async () =>
            {
                await AddUpAsync();
                await RetryAsync();
                await ChooseAsync();
            }
        );

    private async Task ChooseAsync()
    {
        if (
            await Pages.FindAsync(SimulatedPlan.Cycle, crash.Life)
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
        Oracle.Choices.TryAdd(round.Number, step);
        await Pages.ChooseAsync(
            SimulatedPlan.Cycle,
            new Command.ChooseNextStep(round.Number, step, Officer, "By telephone"),
            crash.Life
        );
    }
}
