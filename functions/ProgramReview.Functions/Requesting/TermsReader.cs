using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Reads the terms of a window; the cycle's stream only where they stand there.</summary>
public sealed class TermsReader(IEventStore record, Cycles cycles)
{
    /// <summary>The terms, or null if nobody had this window opened.</summary>
    /// <param name="report">The window.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<ReportTerms?> FindAsync(ReportInput report, CancellationToken cancellation) =>
        WindowTerms.Of(
            await cycles.PlanAsync(report.Cycle.Cycle, cancellation),
            report.Assignment,
            report.Window,
            report.Window == 1
                ? []
                : await record.ReadAsync(report.Cycle.Cycle.Stream, cancellation)
        );

    /// <summary>The terms of a window that was ordered.</summary>
    /// <param name="report">The window.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidOperationException">Nobody had it opened.</exception>
    public async Task<ReportTerms> GetAsync(ReportInput report, CancellationToken cancellation) =>
        await FindAsync(report, cancellation)
        ?? throw new InvalidOperationException($"Nobody had {report.Process} opened.");
}
