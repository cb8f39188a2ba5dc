using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Ask the body to send its report again: inside the window by mail alone, after it with instants of its own.</summary>
    /// <param name="Due">The <c>due</c> after the close, else null.</param>
    /// <param name="Closes">The <c>closes</c> after the close, or null for the same as <paramref name="Due"/>.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">What is to be mended.</param>
    public sealed record Return(Deadline? Due, Deadline? Closes, string By, string Reason)
        : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "return",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("due", CommandFieldKind.Instant)
                {
                    Label = "own-due",
                    IsRequired = false,
                    IsShown = scene => !scene.IsOpen,
                },
                new("closes", CommandFieldKind.Instant)
                {
                    Label = "own-closes",
                    IsRequired = false,
                    IsShown = scene => !scene.IsOpen,
                },
            ],
            Fits = scene =>
                scene.MayChange
                && (
                    scene.IsOpen
                        ? scene.State.Submissions.Any(one =>
                            one.Window == scene.State.Current!.Number
                        )
                        : scene.IsClosed && scene.Counts
                ),
            Read = (values, _) =>
                new Return(
                    values.InstantOrNull("due"),
                    values.InstantOrNull("closes"),
                    values.By,
                    values.Reason
                ),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.State.Current is not { } current ? Refuse("not-open-yet")
            : scene.IsOpen ? InWindow(scene.State, current)
            : AfterClose(scene);

        private CommandOutcome InWindow(AssignmentState state, Window current) =>
            (Due, Closes) is not (null, null) ? Refuse("window-open", current.Closes)
            : state.Submissions.All(one => one.Window != current.Number) ? Refuse("nothing-sent")
            : new CommandOutcome.Written(
                new AssignmentEvent.ReturnAsked(current.Number, By, Reason)
            );

        private CommandOutcome AfterClose(CommandScene scene) =>
            Due switch
            {
                // Without a report that counts there is no first timeliness to stand; a return would give a new one for nothing.
                _ when !scene.Counts => Refuse("nothing-counts"),
                null => Unfit("due-missing", "due"),
                { } due when due.HasPassed(scene.Now) => Refuse("due-past"),
                { } due when Closes is { } closes && due.IsAfter(closes) => Refuse(
                    "closes-before-due"
                ),
                { } due => Reopen(scene, OpeningCause.Returned, due, Closes ?? due),
            };
    }
}
