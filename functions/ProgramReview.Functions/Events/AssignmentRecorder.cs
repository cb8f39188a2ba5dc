using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>Writes an event about an assignment once, and keeps the index in step.</summary>
public sealed class AssignmentRecorder(Recorder recorder, SummaryWriter summaries)
{
    /// <summary>As <see cref="Recorder"/> does; the summary is written again even when the event was on record, to mend a crash.</summary>
    public Task<Recorded?> WriteAsync(
        AssignmentId assignment,
        string key,
        Func<IReadOnlyList<Entry>, AssignmentEvent?> decide,
        CancellationToken cancellation = default
    ) =>
        WriteAsync(
            assignment,
            key,
            (entries, _) => new ValueTask<Event?>(decide(entries)),
            cancellation
        );

    /// <summary>The same for an event that takes time to make.</summary>
    public async Task<Recorded?> WriteAsync(
        AssignmentId assignment,
        string key,
        Func<IReadOnlyList<Entry>, CancellationToken, ValueTask<Event?>> decide,
        CancellationToken cancellation = default
    )
    {
        var recorded = await recorder.WriteAsync(assignment.Stream, key, decide, cancellation);
        if (recorded is not null)
        {
            await summaries.WriteAsync(assignment, recorded.Stream, cancellation);
        }
        return recorded;
    }
}
