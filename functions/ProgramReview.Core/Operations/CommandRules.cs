using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Operations;

/// <summary>
/// Decides what an operator's command comes to. It judges nobody's timeliness: it moves instants or admits, and the one rule about time
/// does the rest. Whoever comes second is answered from the state as the first one left it.
/// </summary>
public static class CommandRules
{
    /// <summary>The event a command leads to, or a named refusal.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">Which assignment.</param>
    /// <param name="state">The assignment.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">The present.</param>
    public static CommandOutcome Decide(
        CycleState cycle,
        AssignmentId assignment,
        AssignmentState state,
        Command command,
        DateTimeOffset now
    ) =>
        (RefuseReason(command.Reason) ?? Gate(cycle, assignment, state, command)) is { } refusal
            ? new CommandOutcome.Refused(refusal)
            : command switch
            {
                Command.Extend extend => WindowRules.Extend(assignment, state, extend, now),
                Command.AllowLate allow => WindowRules.AllowLate(assignment, state, allow, now),
                Command.Return back => WindowRules.Return(assignment, state, back, now),
                Command.Admit admit => Admit(state, admit),
                Command.Record report => RecordRule.Decide(assignment, state, report, now),
                Command.Exempt exempt => state.Counting is not null
                    ? Refuse("already-received")
                    : new CommandOutcome.Written(
                        new AssignmentEvent.Exempted(exempt.By, exempt.Reason)
                    ),
                Command.Remind remind => Remind(state, remind, now),
                Command.ReissueLinks reissue => new CommandOutcome.Written(
                    new AssignmentEvent.LinksReissued(reissue.By, reissue.Reason)
                ),
                _ => throw new InvalidOperationException($"{command.GetType().Name} has no rule."),
            };

    /// <summary>Why a reason will not do, or null.</summary>
    public static Refusal? RefuseReason(string reason) =>
        HumanText.IsBlank(reason) ? new Refusal("reason-missing")
        : reason.Trim().Length > Command.MaxReason ? new Refusal("reason-too-long")
        : null;

    internal static CommandOutcome.Refused Refuse(
        string code,
        Deadline? at = null,
        string? by = null
    ) => new(new Refusal(code, at, by));

    // What counts and by when must not change while approvers decide about a dossier made of it, nor after they have.
    private static Refusal? Gate(
        CycleState cycle,
        AssignmentId assignment,
        AssignmentState state,
        Command command
    ) =>
        (cycle, state) switch
        {
            ({ End: not null }, _) => new Refusal("cycle-ended"),
            (_, { Current: null }) when command is Command.ReissueLinks => new Refusal(
                "not-open-yet"
            ),
            _ when command is Command.ReissueLinks => null,
            (_, { Exemption: { } exemption }) => new Refusal("already-exempt", By: exemption.By),
            _ when command is Command.Remind => null,
            ({ RoundAtWork: not null }, _) => new Refusal("round-open", cycle.CurrentRound?.Closes),
            _ when IsDecided(cycle) => new Refusal("cycle-decided"),
            _ when OpensByItself(cycle, assignment, state) => new Refusal("about-to-reopen"),
            _ => null,
        };

    internal static bool IsDecided(CycleState cycle) =>
        cycle.CurrentRound is { } round
        && (
            round.Outcome is RoundOutcome.Approved or RoundOutcome.Rejected
            || cycle.Choices.GetValueOrDefault(round.Number)?.Step == NextStep.End
        );

    // Somebody had it opened again, or approvers asked for changes, and the window that follows has not opened yet.
    private static bool OpensByItself(
        CycleState cycle,
        AssignmentId assignment,
        AssignmentState state
    ) =>
        cycle
            .Orders.OfType<CycleEvent.Reopened>()
            .Any(order =>
                order.Assignment == assignment && order.Window > (state.Current?.Number ?? 0)
            )
        || state.Windows.Count(window => window.Cause == OpeningCause.ChangesAsked)
            < cycle.Rounds.Count(round =>
                round.Outcome == RoundOutcome.ChangesAsked
                && round.Reopened().ContainsKey(assignment)
            );

    private static CommandOutcome Admit(AssignmentState state, Command.Admit admit)
    {
        var report = state.Submissions.FirstOrDefault(one => one.BlobName == admit.BlobName);
        return report switch
        {
            null => Refuse("unknown-report"),
            { Judgement.Reason: TimelinessReason.AdmittedAfterCloses } => Refuse(
                "already-admitted"
            ),
            { Judgement.Verdict: not TimelinessVerdict.Refused } => Refuse("not-refused"),
            { IsAcceptable: false } => Refuse("not-acceptable"),
            _ => new CommandOutcome.Written(
                new AssignmentEvent.Admitted(
                    report.Window,
                    report.BlobName,
                    state
                        .Windows.Single(window => window.Number == report.Window)
                        .JudgeAdmitted(report.Judgement.Committed),
                    admit.By,
                    admit.Reason
                )
            ),
        };
    }

    private static CommandOutcome Remind(
        AssignmentState state,
        Command.Remind remind,
        DateTimeOffset now
    ) =>
        state.Current is { } current && current.IsOpen(now) && !state.CurrentIsAccepted
            ? new CommandOutcome.Written(
                new AssignmentEvent.Reminded(current.Number, remind.By, remind.Reason)
            )
            : Refuse("nothing-to-remind");
}
