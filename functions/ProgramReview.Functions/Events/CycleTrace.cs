using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>
/// Puts every event of a cycle into one trace, whichever host, instance or month wrote it: the trace's id follows from the cycle's. Each
/// step links to the invocation that took it.
/// </summary>
internal static class CycleTrace
{
    private static readonly ActivitySource Source = new(EventMeter.Name);

    /// <summary>Notes an entry that has just become part of the record.</summary>
    public static void Note(Entry entry)
    {
        if (!Source.HasListeners())
        {
            return;
        }
        var cause = Activity.Current?.Context;
        using var step = Source.StartActivity(
            entry.Event.GetType().Name,
            ActivityKind.Internal,
            ContextOf(CycleId.Of(entry.Stream)),
            [
                new("review.cycle", CycleId.Of(entry.Stream).ToString()),
                new("review.stream", entry.Stream.Value),
                new("review.sequence", entry.Sequence),
                new("review.recorded", entry.RecordedAt.ToString("O")),
            ],
            cause is { } context ? [new ActivityLink(context)] : []
        );
    }

    /// <summary>The trace of a cycle.</summary>
    public static ActivityContext ContextOf(CycleId cycle)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"cycle:{cycle}"), hash);
        return new ActivityContext(
            ActivityTraceId.CreateFromBytes(hash[..16]),
            ActivitySpanId.CreateFromBytes(hash[16..24]),
            ActivityTraceFlags.Recorded,
            isRemote: true
        );
    }
}
