using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Release the body from the assignment.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Exempt(string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "exempt",
            CommandScope.Assignment
        )
        {
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && !scene.Counts,
            Read = (values, _) => new Exempt(values.By, values.Reason),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.Counts
                ? Refuse("already-received")
                : new CommandOutcome.Written(new AssignmentEvent.Exempted(By, Reason));
    }
}
