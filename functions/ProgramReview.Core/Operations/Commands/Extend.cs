using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Move <c>due</c> to a later instant; after the close this opens the assignment again for the required parts that are missing.</summary>
    /// <param name="Due">The new <c>due</c>.</param>
    /// <param name="Closes">The new <c>closes</c>, or null to leave it unless <paramref name="Due"/> lies beyond it.</param>
    /// <param name="Seen">The <c>due</c> the person had before them, or null; another one by now is a refusal.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Extend(
        Deadline Due,
        Deadline? Closes,
        Deadline? Seen,
        string By,
        string Reason
    ) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "extend",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                new("due", CommandFieldKind.Instant) { Preset = DueInForce },
                new("closes", CommandFieldKind.Instant) { IsRequired = false },
                new("seen", CommandFieldKind.Hidden) { IsRequired = false, Preset = DueInForce },
            ],
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && (scene.IsOpen || (scene.IsClosed && !scene.Counts)),
            Read = (values, scene) =>
                new Extend(
                    values.Instant("due"),
                    values.InstantOrNull("closes"),
                    values.InstantOrNull("seen"),
                    values.By,
                    values.Reason
                ),
        };

        internal override CommandOutcome Decide(CommandScene scene)
        {
            if (scene.State.Current is not { } current)
            {
                return Refuse("not-open-yet");
            }
            var closes = Closes ?? (Due.IsAfter(current.Closes) ? Due : current.Closes);
            return true switch
            {
                _ when Seen is { } seen && seen != current.DueInForce => Refuse(
                    "due-moved",
                    current.DueInForce
                ),
                _ when !Due.IsAfter(current.DueInForce) => Refuse(
                    "due-not-later",
                    current.DueInForce
                ),
                _ when Due.HasPassed(scene.Now) => Refuse("due-past"),
                _ when Due.IsAfter(closes) => Refuse("closes-before-due"),
                _ when current.Closes.IsAfter(closes) => Refuse("closes-earlier", current.Closes),
                _ when scene.IsOpen => new CommandOutcome.Written(
                    new AssignmentEvent.DueExtended(
                        current.Number,
                        current.DueInForce,
                        Due,
                        closes,
                        By,
                        Reason
                    )
                ),
                _ when scene.Counts => Refuse("already-received"),
                _ => PartsChoice.Decide(
                    [],
                    scene.Missing(),
                    Refusal.Conflict("already-received"),
                    parts => Reopen(scene, OpeningCause.Extended, parts, Due, closes)
                ),
            };
        }

        private static string DueInForce(CommandScene scene) =>
            scene.State.Current?.DueInForce.ToString() ?? "";
    }
}
