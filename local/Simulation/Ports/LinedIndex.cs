using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The index behind a line.</summary>
internal sealed class LinedIndex(ICycleIndex inner, Line line) : ICycleIndex
{
    public Task PutAsync(AssignmentSummary summary, CancellationToken cancellation) =>
        line.WriteAsync(
            $"put summary of {summary.Assignment}",
            () => inner.PutAsync(summary, cancellation)
        );

    public Task<IReadOnlyList<AssignmentSummary>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation
    ) => line.ReadAsync("list summaries", () => inner.ListAsync(cycle, cancellation));

    public Task PutCycleAsync(CycleId cycle, CancellationToken cancellation) =>
        line.WriteAsync("put cycle", () => inner.PutCycleAsync(cycle, cancellation));

    public Task<IReadOnlyList<CycleId>> ListCyclesAsync(CancellationToken cancellation) =>
        line.ReadAsync("list cycles", () => inner.ListCyclesAsync(cancellation));

    public Task PutLastLookAsync(LastLook look, CancellationToken cancellation) =>
        line.WriteAsync("put last look", () => inner.PutLastLookAsync(look, cancellation));

    public Task<LastLook> GetLastLookAsync(CancellationToken cancellation) =>
        line.ReadAsync("get last look", () => inner.GetLastLookAsync(cancellation));
}
