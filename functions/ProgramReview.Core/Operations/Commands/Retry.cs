using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Have a process ended, whatever it hangs in, and started anew under its name; it goes on from the record.</summary>
    /// <param name="Instance">The durable instance.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Retry(string Instance, string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new("retry", CommandScope.Cycle)
        {
            Fields =
            [
                new("target", CommandFieldKind.Choice)
                {
                    Label = "process",
                    Options = scene =>
                        Offered(scene)
                            .Where(id => RefuseProcess(scene.Cycle, id) is null)
                            .Select(id => new CommandOption(id.ToString(), id.ToString())),
                },
            ],
            Fits = scene => Offered(scene).Any(id => RefuseProcess(scene.Cycle, id) is null),
            Read = (values, _) => new Retry(values.Text("target"), values.By, values.Reason),
        };

        /// <summary>Why it cannot be started again, or null.</summary>
        public Refusal? Refuse(CycleState cycle) =>
            CommandRules.RefuseReason(Reason)
            ?? (
                ProcessId.TryParse(Instance, null, out var id)
                    ? RefuseProcess(cycle, id)
                    : Refusal.Conflict("not-retriable")
            );

        // What failed, and what everything else hangs on: that may hang without having failed. Programs may name any other.
        private static IEnumerable<ProcessId> Offered(CommandScene scene) =>
            scene.Plan is not { } plan
                ? []
                : scene
                    .Cycle.Failed.Keys.Select(instance =>
                        ProcessId.TryParse(instance, null, out var id) ? id : null
                    )
                    .OfType<ProcessId>()
                    .Append(new ProcessId.Cycle(plan.Plan.Cycle))
                    .Concat(
                        scene.Cycle.CurrentRound is { Outcome: null } round
                            ? [new ProcessId.Round(plan.Plan.Cycle, round.Number)]
                            : [new ProcessId.Branch(plan.Plan.Cycle, FanOutNode.Root)]
                    )
                    .Distinct();

        // A report or a branch may open windows, which must not be under a dossier that is being decided about.
        private static Refusal? RefuseProcess(CycleState cycle, ProcessId id) =>
            id switch
            {
                ProcessId.Order => RefuseOrder(cycle, id.ToString()),
                _ when cycle.IsOver => Refusal.Conflict("cycle-ended", by: cycle.End?.By),
                ProcessId.Cycle => null,
                _ when cycle.End is not null => Refusal.Conflict("cycle-ended"),
                ProcessId.Figures => null,
                ProcessId.Round { Number: var number } => RefuseRound(cycle, number),
                ProcessId.Rendering { Number: var number } => RefuseRound(cycle, number),
                ProcessId.Material { Asked: var asked } => cycle.Materials.Any(order =>
                    order.Sequence == asked
                )
                    ? null
                    : Refusal.Conflict("not-retriable"),
                _ => CommandRules.RefuseChange(cycle),
            };

        private static Refusal? RefuseRound(CycleState cycle, int number) =>
            cycle.Round(number) is null ? Refusal.Conflict("not-retriable") : null;

        // The last of them tell people that the cycle has ended.
        private static Refusal? RefuseOrder(CycleState cycle, string instance) =>
            cycle.LongOrders.All(order => order.Instance != instance)
                ? Refusal.Conflict("not-retriable")
            : cycle.End is null || cycle.OpenOrders.Any(order => order.Instance == instance) ? null
            : Refusal.Conflict("cycle-ended", by: cycle.End.By);
    }
}
