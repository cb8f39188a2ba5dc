using System.Globalization;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Finds what the process of a report is started again with.</summary>
public sealed class OrderedReports(Cycles cycles, TermsReader terms)
{
    /// <summary>The process of a report to be started again under its own instance, or null if the instance is no report's.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="instance">The durable instance that failed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportInput?> AgainAsync(
        CycleRef cycle,
        string instance,
        CancellationToken cancellation
    )
    {
        var dot = instance.LastIndexOf('.');
        if (
            dot < 0
            || !int.TryParse(
                instance[(dot + 1)..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var window
            )
            || !AssignmentId.TryParse(instance[..dot], null, out var assignment)
            || !(await cycles.PlanAsync(cycle.Cycle, cancellation)).Assignments.Contains(assignment)
        )
        {
            return null;
        }
        var report = ReportInput.Start(cycle, assignment, window);
        // What its first run mailed is not mailed again: the outbox knows.
        return await terms.FindAsync(report, cancellation) is null ? null : report;
    }
}
