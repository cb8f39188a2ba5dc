using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Operations;

/// <summary>
/// Decides what an operator's command comes to. It judges nobody's timeliness: it moves instants or admits, and the one rule about time
/// does the rest. Whoever comes second is answered from the state as the first one left it.
/// </summary>
public static class CommandRules
{
    /// <summary>The event a command about an assignment leads to, or a named refusal.</summary>
    public static CommandOutcome Decide(CommandScene scene, Command command) =>
        (RefuseReason(command.Reason) ?? Gate(scene, command)) is { } refusal
            ? new CommandOutcome.Refused(refusal)
            : InOrder(scene, command.Decide(scene));

    /// <summary>Why a reason will not do, or null.</summary>
    public static Refusal? RefuseReason(string reason) =>
        HumanText.IsBlank(reason) ? Refusal.Unfit("reason-missing", CommandValues.ReasonField)
        : reason.Trim().Length > Command.MaxReason
            ? Refusal.Unfit("reason-too-long", CommandValues.ReasonField)
        : null;

    /// <summary>Why no window can open any more or just now, nor a deadline move for everybody; or null.</summary>
    internal static Refusal? RefuseChange(CycleState cycle) =>
        cycle switch
        {
            { End: { } end } => Refusal.Conflict("cycle-ended", by: end.By),
            { RoundAtWork: not null } => Refusal.Conflict("round-open", cycle.CurrentRound?.Closes),
            { IsDecided: true } => Refusal.Conflict("cycle-decided"),
            _ => null,
        };

    /// <summary>
    /// Why what counts cannot change any more, or null; a dossier that is being decided about, or is approved, becomes void by it, and an edition of a
    /// published one opens.
    /// </summary>
    internal static Refusal? RefuseTruth(CycleState cycle) =>
        cycle switch
        {
            { End: { } end } => Refusal.Conflict("cycle-ended", by: end.By),
            { RoundInForce: not null } => null,
            { IsDecided: true } => Refusal.Conflict("cycle-decided"),
            _ => null,
        };

    private static Refusal? Gate(CommandScene scene, Command command) =>
        (scene.Cycle, scene.State) switch
        {
            ({ End: { } end }, _) => Refusal.Conflict("cycle-ended", by: end.By),
            (_, { Current: null }) when command is Command.ReissueLinks => Refusal.Conflict(
                "not-open-yet"
            ),
            _ when command is Command.ReissueLinks => null,
            (_, { Exemption: { } exemption }) => Refusal.Conflict(
                "already-exempt",
                by: exemption.By
            ),
            _ when command is Command.Remind => null,
            _ => RefuseTruth(scene.Cycle)
                ?? (OpensByItself(scene) ? Refusal.Conflict("about-to-reopen") : null),
        };

    // Somebody had it opened again, or approvers asked for changes, and the window that follows has not opened yet.
    private static bool OpensByItself(CommandScene scene) =>
        scene
            .Cycle.Orders.OfType<CycleEvent.Reopened>()
            .Any(order =>
                order.Assignment == scene.Assignment
                && order.Window > (scene.State.Current?.Number ?? 0)
            )
        || scene.State.Windows.Count(window => window.Cause == OpeningCause.ChangesAsked)
            < scene.Cycle.Rounds.Count(round =>
                round.Outcome == RoundOutcome.ChangesAsked
                && round.Reopened().ContainsKey(scene.Assignment!)
            );

    // The plan's rule about what waits for what holds for every instant that a person moves.
    private static CommandOutcome InOrder(CommandScene scene, CommandOutcome outcome) =>
        scene.Waiting.FirstOrDefault(waiting =>
            outcome switch
            {
                CommandOutcome.Written { Event: AssignmentEvent.DueExtended moved } =>
                    !waiting.AllowsDue(moved.To),
                CommandOutcome.Reopening { Event.Cause: OpeningCause.LateAllowed } late =>
                    late.Event.Closes.IsAfter(waiting.Closes),
                CommandOutcome.Reopening opened => !waiting.AllowsDue(opened.Event.Due),
                _ => false,
            }
        )
            is { } first
            ? new CommandOutcome.Refused(
                Refusal.Conflict(
                    "after-order",
                    outcome is CommandOutcome.Reopening { Event.Cause: OpeningCause.LateAllowed }
                        ? first.Closes
                        : first.Due
                )
            )
            : outcome;
}
