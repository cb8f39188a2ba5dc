using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>
/// How an assignment stands, without the present: equal ones are counted together, and what time alone changes is asked of the count. So a
/// row of counts does not grow old.
/// </summary>
/// <param name="ReportType">The report type's code.</param>
/// <param name="Phase">Its state as long as no deadline passes.</param>
/// <param name="Window">Its newest window; 0 before the first opened.</param>
/// <param name="IsRunning">Whether that window has not ended and nobody exempted the body.</param>
/// <param name="IsAccepted">Whether that window has a report that counts.</param>
/// <param name="Due">The <c>due</c> in force; null before the first window opened: the plan's.</param>
/// <param name="Closes">The <c>closes</c> in force while the window runs.</param>
/// <param name="IsBeingChecked">Whether something that was sent is still to be checked, by itself or beside another part.</param>
/// <param name="IsUnscanned">Whether no scanner has given a verdict on something that was sent; without a scanner that is so of everything.</param>
public sealed record Standing(
    string ReportType,
    AssignmentPhase Phase,
    int Window,
    bool IsRunning,
    bool IsAccepted,
    Deadline? Due,
    Deadline? Closes,
    bool IsBeingChecked = false,
    bool IsUnscanned = false
)
{
    /// <summary>Whether later stages may go ahead: accepted, exempt or closed.</summary>
    public bool IsSettled =>
        Phase == AssignmentPhase.Exempt || IsAccepted || (Window > 0 && !IsRunning);

    /// <summary>How an assignment of a type stands.</summary>
    public static Standing Of(string reportType, AssignmentState state)
    {
        var isRunning = state is { Exemption: null, Current.Outcome: null };
        return new(
            reportType,
            state.Phase(DateTimeOffset.MinValue),
            state.Current?.Number ?? 0,
            isRunning && state.Current is not null,
            state.CurrentIsAccepted,
            state.Current?.DueInForce,
            isRunning ? state.Current?.Closes : null,
            OutstandingCheck.Of(state).Count > 0,
            state.Submissions.Any(one => !one.IsClean && !one.IsInfected)
        );
    }

    /// <summary>The state that people see: an open assignment turns overdue by itself.</summary>
    public AssignmentPhase PhaseAt(DateTimeOffset now) =>
        Phase is AssignmentPhase.Open or AssignmentPhase.ToMend && Due?.HasPassed(now) == true
            ? AssignmentPhase.Overdue
            : Phase;
}
