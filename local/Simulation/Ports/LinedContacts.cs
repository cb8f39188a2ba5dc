using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The kept contacts behind a line.</summary>
internal sealed class LinedContacts(IContactStore inner, Line line) : IContactStore
{
    public Task<KeptContact> AddAsync(KeptContact contact, CancellationToken cancellation) =>
        line.WriteAsync("keep contact", () => inner.AddAsync(contact, cancellation));

    public Task<IReadOnlyList<KeptContact>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation
    ) => line.ReadAsync("list contacts", () => inner.ListAsync(cycle, cancellation));

    public Task EraseAsync(CycleId cycle, string key, CancellationToken cancellation) =>
        line.WriteAsync("erase contact", () => inner.EraseAsync(cycle, key, cancellation));
}
