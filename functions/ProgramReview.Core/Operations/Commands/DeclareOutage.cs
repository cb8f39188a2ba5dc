using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Declare that reports could not be sent for a time; open deadlines move as the plan says.</summary>
    /// <param name="Window">From when until when.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">What was the matter.</param>
    public sealed record DeclareOutage(OutageWindow Window, string By, string Reason)
        : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "declare-outage",
            CommandScope.Cycle
        )
        {
            Fields = [new("from", CommandFieldKind.Instant), new("to", CommandFieldKind.Instant)],
            Fits = scene => scene.Runs,
            Read = (values, scene) =>
                new DeclareOutage(
                    new OutageWindow(
                        values.Instant("from").Show(scene.Plan!.Zone),
                        values.Instant("to").Show(scene.Plan.Zone)
                    ),
                    values.By,
                    values.Reason
                ),
        };

        /// <summary>Why it cannot be declared, or null.</summary>
        /// <param name="cycle">The cycle.</param>
        /// <param name="now">The present.</param>
        public Refusal? Refuse(CycleState cycle, DateTimeOffset now) =>
            CommandRules.RefuseReason(Reason)
            ?? CommandRules.RefuseChange(cycle)
            ?? (
                Window.From >= Window.To ? Refusal.Unfit("outage-backwards", "to")
                : Window.To > now ? Refusal.Unfit("outage-ahead", "to")
                // The same hours would move deadlines twice.
                : cycle.Outages.FirstOrDefault(one => one.Window.Overlaps(Window)) is { } other
                    ? Refusal.Conflict("outage-overlaps", by: other.By)
                : null
            );
    }
}
