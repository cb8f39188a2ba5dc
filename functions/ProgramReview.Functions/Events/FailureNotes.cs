using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>Writes down that a process failed, so that a person sees it and can have it started again.</summary>
public sealed class FailureNotes(Recorder recorder, IEventStore record)
{
    /// <summary>Writes it once, and once more for each time a person had the process started again. In a cycle that has ended only its own process can fail, and what carries out its last orders.</summary>
    /// <returns>The failure on record, or null in a cycle in which it is none.</returns>
    public async Task<Entry?> WriteAsync(
        CycleId cycle,
        string instance,
        string message,
        CancellationToken cancellation
    )
    {
        var stream = await record.ReadAsync(cycle.Stream, cancellation);
        var retries = stream
            .Cycle.Orders.OfType<CycleEvent.RetryOrdered>()
            .Count(order => order.Instance == instance);
        var recorded = await recorder.WriteAsync(
            stream,
            retries == 0
                ? $"failed-{instance}"
                : string.Create(CultureInfo.InvariantCulture, $"failed-{instance}-{retries}"),
            // A stop ends processes one by one, and somebody may notice that between them.
            entries =>
                entries.Cycle.End is { } end
                && (end.By is not null || instance != cycle.InstanceId)
                && entries.Cycle.OpenOrders.All(order => order.Instance != instance)
                    ? null
                    : new CycleEvent.ProcessFailed(instance, message),
            cancellation
        );
        return recorded?.Entry;
    }
}
