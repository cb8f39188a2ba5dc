using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Take all upload links of the assignment back and mail new ones.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ReissueLinks(string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "reissue",
            CommandScope.Assignment
        )
        {
            Fits = scene => scene.Runs && scene.State.Current is not null,
            Read = (values, _) => new ReissueLinks(values.By, values.Reason),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            new CommandOutcome.Written(new AssignmentEvent.LinksReissued(By, Reason));
    }
}
