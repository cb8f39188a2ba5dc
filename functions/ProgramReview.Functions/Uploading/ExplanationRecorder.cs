using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Uploading;

/// <summary>Puts on record how a body explains a query; the same words again add nothing.</summary>
public sealed class ExplanationRecorder(
    IEventStore record,
    Recorder recorder,
    ICheckQueue checks,
    TimeProvider clock
)
{
    /// <summary>Records it, or says why not.</summary>
    /// <param name="client">Rings the assignment's process: a part may count by it.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="person">Whose link it is.</param>
    /// <param name="part">The part that the query is about; null: whichever has one without an answer.</param>
    /// <param name="finding">The query's key.</param>
    /// <param name="text">The explanation.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<(Recorded? Recorded, Refusal? Why)> RecordAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        AssignmentId assignment,
        string person,
        string? part,
        string finding,
        string text,
        CancellationToken cancellation
    )
    {
        if (cycle.State.End is { } end)
        {
            return (null, Refusal.Conflict("cycle-ended", by: end.By));
        }
        var said = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{person}\n{part}\n{finding}\n{text}"))
        );
        Refusal? why = null;
        var recorded = await recorder.WriteAsync(
            await record.ReadAsync(assignment.Stream, cancellation),
            $"explained-{said}",
            entries =>
            {
                (var @event, why) = ExplanationRules.Decide(
                    entries.Assignment,
                    person,
                    part,
                    finding,
                    text,
                    clock.GetUtcNow()
                );
                return @event;
            },
            cancellation
        );
        if (recorded is null)
        {
            return (null, why);
        }
        var window = recorded.Stream.Assignment.Current!.Number;
        await client.WakeAsync(assignment.InstanceId(window), cancellation);
        await checks.EnqueueUncomparedAsync(recorded.Stream.Assignment, cancellation);
        return (recorded, null);
    }
}
