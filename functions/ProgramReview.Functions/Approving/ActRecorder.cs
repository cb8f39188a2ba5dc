using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// Writes what an approver does by a page, if the rules and the second step let it. Whether the step holds is judged in the very write: of many
/// forms sent at once no more are looked at than of as many sent one after another.
/// </summary>
public sealed class ActRecorder(
    Recorder recorder,
    WrongCodeMails mails,
    FormAnswers presses,
    TimeProvider clock
)
{
    /// <summary>The refusal of a wrong access code, which is counted.</summary>
    internal const string Wrong = "access-code-wrong";

    /// <summary>Writes the act once.</summary>
    /// <param name="cycle">The cycle, read a moment ago.</param>
    /// <param name="key">Names the occasion; a repeated write adds nothing.</param>
    /// <param name="proof">That it is the approver who acts.</param>
    /// <param name="refuse">From the cycle as it is to why the act cannot be, or null. May run several times.</param>
    /// <param name="draw">From the stream as it is to the event. May run several times.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>The entry on record for this occasion (new or old), or why there is none.</returns>
    public async Task<(Recorded? Recorded, Refusal? Refusal)> WriteAsync(
        RunningCycle cycle,
        string key,
        StepProof proof,
        Func<CycleState, Refusal?> refuse,
        Func<EventStream, CancellationToken, ValueTask<CycleEvent>> draw,
        CancellationToken cancellation
    )
    {
        Refusal? why = null;
        var recorded = await recorder.WriteAsync(
            cycle.Stream,
            key,
            async (entries, stop) =>
                (why = refuse(entries.Cycle) ?? proof.Refuse(entries.Cycle, clock.GetUtcNow()))
                    is null
                    ? await draw(entries, stop)
                    : null,
            cancellation
        );
        return recorded is not null ? (recorded, null)
            : why is { Code: Wrong } && proof.CountedFor is { } person
                ? (null, await CountAsync(cycle, person, proof, why, cancellation))
            : (null, why);
    }

    private async Task<Refusal> CountAsync(
        RunningCycle cycle,
        string person,
        StepProof proof,
        Refusal wrong,
        CancellationToken cancellation
    )
    {
        var why = wrong;
        var counted = await recorder.WriteAsync(
            cycle.Stream,
            $"access-code-failed-{presses.NewId()}",
            entries =>
                (why = proof.Refuse(entries.Cycle, clock.GetUtcNow()) ?? wrong).Code == Wrong
                    ? new CycleEvent.AccessCodeFailed(
                        person,
                        entries.Cycle.AccessCodes[person].Issued.Number
                    )
                    : null,
            cancellation
        );
        if (counted is null)
        {
            return why;
        }
        var code = counted.Stream.Cycle.AccessCodes[person];
        await mails.TellAsync(cycle with { Stream = counted.Stream }, code, cancellation);
        return code.Stopped(clock.GetUtcNow()) ?? wrong;
    }
}
