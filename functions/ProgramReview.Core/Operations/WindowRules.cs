using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Operations;

/// <summary>The commands that move instants: inside a window, and after it as a new window.</summary>
internal static class WindowRules
{
    public static CommandOutcome Extend(
        AssignmentId assignment,
        AssignmentState state,
        Command.Extend extend,
        DateTimeOffset now
    )
    {
        if (state.Current is not { } current)
        {
            return CommandRules.Refuse("not-open-yet");
        }
        var closes = extend.Closes ?? Later(extend.Due, current.Closes);
        var isOpen = current.IsOpen(now);
        return true switch
        {
            _ when extend.Seen is { } seen && seen != current.DueInForce => CommandRules.Refuse(
                "due-moved",
                current.DueInForce
            ),
            _ when !extend.Due.IsAfter(current.DueInForce) => CommandRules.Refuse(
                "due-not-later",
                current.DueInForce
            ),
            _ when IsPast(extend.Due, now) => CommandRules.Refuse("due-past"),
            _ when extend.Due.IsAfter(closes) => CommandRules.Refuse("closes-before-due"),
            _ when current.Closes.IsAfter(closes) => CommandRules.Refuse(
                "closes-earlier",
                current.Closes
            ),
            _ when isOpen => new CommandOutcome.Written(
                new AssignmentEvent.DueExtended(
                    current.Number,
                    current.DueInForce,
                    extend.Due,
                    closes,
                    extend.By,
                    extend.Reason
                )
            ),
            _ when state.Counting is not null => CommandRules.Refuse("already-received"),
            _ => Reopen(assignment, current, OpeningCause.Extended, extend.Due, closes, extend),
        };
    }

    public static CommandOutcome AllowLate(
        AssignmentId assignment,
        AssignmentState state,
        Command.AllowLate allow,
        DateTimeOffset now
    ) =>
        state.Current switch
        {
            null => CommandRules.Refuse("not-open-yet"),
            { } current when current.IsOpen(now) => CommandRules.Refuse(
                "window-open",
                current.Closes
            ),
            _ when state.Counting is not null => CommandRules.Refuse("already-received"),
            _ when IsPast(allow.Until, now) => CommandRules.Refuse("due-past"),
            // The due stays where it was, so that the one rule calls late whatever comes.
            { } current => Reopen(
                assignment,
                current,
                OpeningCause.LateAllowed,
                current.DueInForce,
                allow.Until,
                allow
            ),
        };

    public static CommandOutcome Return(
        AssignmentId assignment,
        AssignmentState state,
        Command.Return back,
        DateTimeOffset now
    )
    {
        if (state.Current is not { } current)
        {
            return CommandRules.Refuse("not-open-yet");
        }
        if (current.IsOpen(now))
        {
            return (back, state) switch
            {
                ({ Due: not null } or { Closes: not null }, _) => CommandRules.Refuse(
                    "window-open",
                    current.Closes
                ),
                _ when state.Submissions.All(one => one.Window != current.Number) =>
                    CommandRules.Refuse("nothing-sent"),
                _ => new CommandOutcome.Written(
                    new AssignmentEvent.ReturnAsked(current.Number, back.By, back.Reason)
                ),
            };
        }
        return back.Due switch
        {
            // Without a report that counts there is no first timeliness to stand; a return would give a new one for nothing.
            _ when state.Counting is null => CommandRules.Refuse("nothing-counts"),
            null => CommandRules.Refuse("due-missing"),
            { } due when IsPast(due, now) => CommandRules.Refuse("due-past"),
            { } due when back.Closes is { } closes && due.IsAfter(closes) => CommandRules.Refuse(
                "closes-before-due"
            ),
            { } due => Reopen(
                assignment,
                current,
                OpeningCause.Returned,
                due,
                back.Closes ?? due,
                back
            ),
        };
    }

    private static CommandOutcome.Reopening Reopen(
        AssignmentId assignment,
        Window former,
        OpeningCause cause,
        Deadline due,
        Deadline closes,
        Command command
    ) =>
        new(
            new CycleEvent.Reopened(
                assignment,
                former.Number + 1,
                cause,
                former.DueInForce,
                former.Closes,
                due,
                closes,
                command.By,
                command.Reason
            )
        );

    private static bool IsPast(Deadline deadline, DateTimeOffset now) =>
        deadline.Remaining(now) <= TimeSpan.Zero;

    private static Deadline Later(Deadline one, Deadline other) => one.IsAfter(other) ? one : other;
}
