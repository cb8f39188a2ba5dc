using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <content>One command.</content>
public abstract partial record Command
{
    /// <summary>Ask the body to send parts of its report again: inside the window by mail alone, after it with instants of its own.</summary>
    /// <param name="Due">The <c>due</c> after the close, else null.</param>
    /// <param name="Closes">The <c>closes</c> after the close, or null for the same as <paramref name="Due"/>.</param>
    /// <param name="Parts">The parts; empty for every required one that came.</param>
    /// <param name="By">The person.</param>
    /// <param name="Reason">What is to be mended.</param>
    /// <param name="Items">What is wrong in detail; null: the reason says it all.</param>
    public sealed record Return(
        Deadline? Due,
        Deadline? Closes,
        IReadOnlyList<string> Parts,
        string By,
        string Reason,
        IReadOnlyList<ReturnItem>? Items = null
    ) : Command(By, Reason)
    {
        internal static readonly CommandDefinition Definition = new(
            "return",
            CommandScope.Assignment
        )
        {
            Fields =
            [
                PartsChoice.Field(Returnable),
                ReturnItems.Findings,
                ReturnItems.Sections,
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
            ChangesWhatCounts = true,
            Fits = scene => scene.MayChange && Returnable(scene).Any(part => part.IsRequired),
            Read = (values, scene) =>
                new Return(
                    values.InstantOrNull("due"),
                    values.InstantOrNull("closes"),
                    PartsChoice.Read(values),
                    values.By,
                    values.Reason,
                    ReturnItems.Read(values, scene)
                ),
        };

        internal override CommandOutcome Decide(CommandScene scene) =>
            scene.State.Current is not { } current ? Refuse("not-open-yet")
            : scene.IsOpen && (Due, Closes) is not (null, null)
                ? Refuse("window-open", current.Closes)
            : PartsChoice.Decide(
                Parts,
                Returnable(scene),
                scene.IsOpen
                    ? Refusal.Conflict("nothing-sent")
                    : Refusal.Conflict("nothing-counts"),
                parts =>
                    scene.IsOpen
                        ? new CommandOutcome.Written(
                            new AssignmentEvent.ReturnAsked(
                                current.Number,
                                parts,
                                By,
                                Reason,
                                ItemsOf(parts)
                            )
                        )
                        : AfterClose(scene, parts)
            );

        // What came in the open window; after the close what counts: without that there is no first timeliness to stand, and a return
        // would give a new one for nothing. Optional parts, which decide nothing, can always be asked for.
        private static IEnumerable<PartState> Returnable(CommandScene scene) =>
            scene.State.Parts.Where(part =>
                !part.IsRequired
                || (
                    scene.IsOpen
                        ? part.Submissions.Any(one => one.Window == scene.State.Current!.Number)
                        : part.Counting is not null
                )
            );

        private CommandOutcome AfterClose(CommandScene scene, IReadOnlyList<string> parts) =>
            Due switch
            {
                null => Unfit("due-missing", "due"),
                { } due when due.HasPassed(scene.Now) => Refuse("due-past"),
                { } due when Closes is { } closes && due.IsAfter(closes) => Refuse(
                    "closes-before-due"
                ),
                { } due => Reopen(
                    scene,
                    OpeningCause.Returned,
                    parts,
                    due,
                    Closes ?? due,
                    ItemsOf(parts)
                ),
            };

        private List<ReturnItem>? ItemsOf(IReadOnlyList<string> parts) =>
            Items?.Where(item => parts.Contains(item.Part)).ToList() is { Count: > 0 } items
                ? items
                : null;
    }
}
