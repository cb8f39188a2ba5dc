using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Operations;

/// <summary>Writes down corrections of earlier entries: once per press of a form or call of a program.</summary>
public sealed class CorrectionHandler(IEventStore record, Recorder recorder)
{
    /// <summary>Writes the correction, or says why not.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">The assignment it is about, or null for the cycle itself.</param>
    /// <param name="id">Names this one press; a second call with it adds nothing.</param>
    /// <param name="correction">The correction.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        CycleId cycle,
        AssignmentId? assignment,
        string id,
        Command.Correct correction,
        CancellationToken cancellation
    )
    {
        var stream = assignment?.Stream ?? cycle.Stream;
        var known = await record.ReadAsync(stream, cancellation);
        if (correction.Refuse(known) is { } why)
        {
            return new CommandAnswer.Refused(why);
        }
        var (sequence, text, by, reason) = correction;
        var recorded = await recorder.WriteAsync(
            known,
            $"corrected-{id}",
            _ =>
                assignment is null
                    ? new CycleEvent.Corrected(sequence, text, by, reason)
                    : new AssignmentEvent.Corrected(sequence, text, by, reason),
            cancellation
        );
        return new CommandAnswer.Done(recorded!.Entry);
    }
}
