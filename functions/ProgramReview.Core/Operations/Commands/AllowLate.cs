using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Let a body that did not send all in its window send after all; whatever comes is late for ever.</summary>
    /// <param name="Until">From then on it is closed again.</param>
    /// <param name="Parts">The parts that may come; empty for every required one that is missing.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record AllowLate(
        Deadline Until,
        IReadOnlyList<string> Parts,
        string By,
        string Reason
    ) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "allow-late",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("due", CommandFieldKind.Instant) { Label = "until" },
                PartsChoice.Field(scene => scene.Missing()),
            ],
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && scene.IsClosed && !scene.Counts,
            Read = (values, _) =>
                new AllowLate(
                    values.Instant("due"),
                    PartsChoice.Read(values),
                    values.By,
                    values.Reason
                ),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.State.Current switch
            {
                null => Refuse("not-open-yet"),
                { } current when scene.IsOpen => Refuse("window-open", current.Closes),
                _ when scene.Counts => Refuse("already-received"),
                _ when Until.HasPassed(scene.Now) => Refuse("due-past"),
                // The due stays where it was, so that the one rule calls late whatever comes.
                { } current => PartsChoice.Decide(
                    Parts,
                    scene.Missing(),
                    Refusal.Conflict("already-received"),
                    parts =>
                        Reopen(scene, OpeningCause.LateAllowed, parts, current.DueInForce, Until)
                ),
            };
    }
}
