using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Audit;

/// <summary>Writes a fact about an assignment once, and keeps the index in step.</summary>
public sealed class AssignmentRecorder(Recorder recorder, SummaryWriter summaries)
{
    /// <summary>As <see cref="Recorder"/> does; the summary is written again even when the fact was on record, to mend a crash.</summary>
    public Task<Recorded?> WriteAsync(
        AssignmentId assignment,
        string key,
        Func<IReadOnlyList<Entry>, AssignmentFact?> decide,
        CancellationToken cancellation = default
    ) =>
        WriteAsync(
            assignment,
            key,
            (entries, _) => new ValueTask<Fact?>(decide(entries)),
            cancellation
        );

    /// <summary>The same for a fact that takes time to make.</summary>
    public async Task<Recorded?> WriteAsync(
        AssignmentId assignment,
        string key,
        Func<IReadOnlyList<Entry>, CancellationToken, ValueTask<Fact?>> decide,
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
