using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Have a failed process started again.</summary>
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
                        Startable(scene.Cycle)
                            .Select(instance => new CommandOption(instance, instance)),
                },
            ],
            Fits = scene => Startable(scene.Cycle).Any(),
            Read = (values, _) => new Retry(values.Text("target"), values.By, values.Reason),
        };

        /// <summary>Why it cannot be started again, or null.</summary>
        public Refusal? Refuse(CycleState cycle) =>
            CommandRules.RefuseReason(Reason) ?? Refuse(cycle, Instance);

        private static IEnumerable<string> Startable(CycleState cycle) =>
            cycle
                .Failures.Select(failure => failure.Instance)
                .Distinct()
                .Where(instance => Refuse(cycle, instance) is null);

        private static Refusal? Refuse(CycleState cycle, string instance)
        {
            var failures = cycle.Failures.Count(failure => failure.Instance == instance);
            var retries = cycle
                .Orders.OfType<CycleEvent.RetryOrdered>()
                .Where(order => order.Instance == instance)
                .ToList();
            return cycle switch
            {
                { End: { } end } => Refusal.Conflict("cycle-ended", by: end.By),
                { RoundAtWork: not null } => Refusal.Conflict(
                    "round-open",
                    cycle.CurrentRound?.Closes
                ),
                _ when failures == 0 => Refusal.Conflict("not-failed"),
                _ when retries.Count >= failures => Refusal.Conflict(
                    "already-retried",
                    by: retries[^1].By
                ),
                _ => null,
            };
        }
    }
}
