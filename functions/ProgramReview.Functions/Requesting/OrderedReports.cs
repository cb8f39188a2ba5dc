using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Turns what operations ordered into what the process of a report is started with.</summary>
public sealed class OrderedReports(IEventStore record, PlanStore plans)
{
    /// <summary>The process of a window that operations opened again.</summary>
    /// <param name="cycle">The cycle and its plan.</param>
    /// <param name="reopened">The order.</param>
    /// <param name="at">When it was given.</param>
    public static ReportInput Of(CycleRef cycle, CycleEvent.Reopened reopened, DateTimeOffset at)
    {
        var terms = new ReportTerms
        {
            Window = reopened.Window,
            Cause = reopened.Cause,
            Opens = at,
            OpensAtLatest = at,
            Due = reopened.Due,
            Closes = reopened.Closes,
            Reminders =
                reopened.Cause == OpeningCause.LateAllowed
                    ? []
                    : [at + (reopened.Due.Remaining(at) / 2)],
        };
        return new ReportInput(cycle, reopened.Assignment, terms, terms.Start());
    }

    /// <summary>The process of a report to be started again under its own instance, or null if the instance is no report's.</summary>
    /// <param name="cycle">The cycle and its plan.</param>
    /// <param name="instance">The durable instance that failed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportInput?> AgainAsync(
        CycleRef cycle,
        string instance,
        CancellationToken cancellation
    )
    {
        var dot = instance.LastIndexOf('.');
        var plan = await plans.GetAsync(cycle.PlanHash, cancellation);
        if (
            dot < 0
            || !int.TryParse(
                instance[(dot + 1)..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            || !AssignmentId.TryParse(instance[..dot], null, out var assignment)
            || !plan.Assignments.Contains(assignment)
        )
        {
            return null;
        }
        var state = AssignmentState.Of(await record.ReadAsync(assignment.Stream, cancellation));
        var planned = PlannedTerms.Of(plan, assignment);
        var opened = state.Windows.FirstOrDefault(one => one.Number == number);
        return (opened, number) switch
        {
            (null, 1) => new ReportInput(cycle, assignment, planned, planned.Start()),
            (null, _) => null,
            ({ } window, _) => Again(cycle, assignment, planned, window),
        };
    }

    // What its first run mailed is not mailed again: the outbox knows.
    private static ReportInput Again(
        CycleRef cycle,
        AssignmentId assignment,
        ReportTerms planned,
        Window window
    )
    {
        var terms = planned with
        {
            Window = window.Number,
            Cause = window.Cause,
            Due = window.Due,
            Closes = window.Closes,
            Reminders = window.Cause == OpeningCause.Plan ? planned.Reminders : [],
        };
        return new ReportInput(cycle, assignment, terms, terms.Start());
    }
}
