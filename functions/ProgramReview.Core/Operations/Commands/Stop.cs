using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>End the cycle at once.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Stop(string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new("stop", CommandScope.Cycle)
        {
            Fits = scene => scene.Runs,
            Read = (values, _) => new Stop(values.By, values.Reason),
        };

        /// <summary>What it ends with: a dossier that was published stays so.</summary>
        public static CycleOutcome OutcomeOf(CycleState cycle) =>
            cycle.Publication is null ? CycleOutcome.Stopped : CycleOutcome.Published;

        /// <summary>Why it cannot be stopped, or null.</summary>
        public Refusal? Refuse(CycleState cycle) =>
            CommandRules.RefuseReason(Reason)
            ?? (cycle.End is { } end ? Refusal.Conflict("cycle-ended", by: end.By) : null);
    }
}
