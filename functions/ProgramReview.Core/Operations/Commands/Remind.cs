using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Send the contacts a reminder now, outside the plan's calendar.</summary>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why; it stands in the mail.</param>
    public sealed record Remind(string By, string Reason) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "remind",
            CommandScope.Assignment
        )
        {
            Fits = scene =>
                scene
                    is {
                        Runs: true,
                        IsOpen: true,
                        State: { Exemption: null, CurrentIsAccepted: false }
                    },
            Read = (values, _) => new Remind(values.By, values.Reason),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.IsOpen && !scene.State.CurrentIsAccepted
                ? new CommandOutcome.Written(
                    new AssignmentEvent.Reminded(scene.State.Current!.Number, By, Reason)
                )
                : Refuse("nothing-to-remind");
    }
}
