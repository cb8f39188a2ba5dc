using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Have the material for the consolidated report made of what counts now.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record MakeMaterial(string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "make-material",
            CommandScope.Cycle
        )
        {
            Fits = scene => scene.Runs && scene.Cycle.MaterialAtWork is null,
            Read = (values, _) => new MakeMaterial(values.By, values.Reason),
        };

        /// <summary>Why it cannot be made, or null.</summary>
        public Refusal? Refuse(CycleState cycle) =>
            CommandRules.RefuseReason(Reason) ?? RefuseAsking(cycle);

        /// <summary>Why nobody can have it made now, or null: the cycle has ended, or it is being made.</summary>
        public static Refusal? RefuseAsking(CycleState cycle) =>
            cycle.End is { } end ? Refusal.Conflict("cycle-ended", by: end.By)
            : cycle.MaterialAtWork is { } order ? Refusal.Conflict("material-at-work", by: order.By)
            : null;
    }
}
