using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Uploading;

/// <summary>Puts a body's answer to a query on record; the same answer posted twice is one.</summary>
internal sealed class ExplanationRecorder(
    IEventStore record,
    Recorder recorder,
    TimeProvider clock
)
{
    /// <summary>Records it, or says why not.</summary>
    public async Task<Refusal?> RecordAsync(
        DurableTaskClient client,
        HeldLink held,
        PostedExplanation posted,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(held.Link.Subject);
        var known = await record.ReadAsync(assignment.Stream, cancellation);
        Refusal? why = held.Cycle.State.End is null ? null : Refusal.Conflict("cycle-ended");
        var recorded = why is null
            ? await recorder.WriteAsync(
                known,
                KeyOf(held.Link, posted),
                entries =>
                {
                    (var explained, why) = ExplanationRules.Decide(
                        entries.Assignment,
                        held.Link.Person,
                        posted.Query,
                        posted.Text,
                        clock.GetUtcNow()
                    );
                    return explained;
                },
                cancellation
            )
            : null;
        if (recorded?.Entry.Event is not AssignmentEvent.Explained done)
        {
            return why;
        }
        // Where the plan holds back what is not explained, this is what lets it count.
        await client.WakeAsync(assignment.InstanceId(done.Window), cancellation);
        return null;
    }

    private static string KeyOf(Link link, PostedExplanation posted) =>
        $"explained-{posted.Query}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{link.Person}\n{posted.Text}")))[..32]}";
}
