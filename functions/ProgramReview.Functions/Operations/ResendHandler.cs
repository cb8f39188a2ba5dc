using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>Sends again what the mail provider refused: on record first, then the letters. The same press again finishes what a crash left undone.</summary>
public sealed partial class ResendHandler(
    IEventStore record,
    Recorder recorder,
    RefusedMails refused,
    ILogger<ResendHandler> logger
)
{
    /// <summary>Sends them, or says why not.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">Names this one press of a form or call of a program.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        RunningCycle cycle,
        string id,
        Command.Resend command,
        CancellationToken cancellation
    )
    {
        var waiting = await refused.CountAsync(cycle, cancellation);
        var (recorded, refusal) = await recorder.WriteUnlessAsync(
            // Read after the count: the same press may have gone through since the page was opened.
            await record.ReadAsync(cycle.Ref.Cycle.Stream, cancellation),
            AssignmentCommandHandler.KeyOf(id),
            _ => command.Refuse(waiting),
            new CycleEvent.ResendOrdered(waiting, command.By, command.Reason),
            cancellation
        );
        if (recorded is null)
        {
            return new CommandAnswer.Refused(refusal!);
        }
        try
        {
            await refused.ResendAsync(cycle, cancellation);
        }
        catch (AggregateException failure)
        {
            // The command stands; what did not go waits in the outbox, shown as such, and the reconciler sends it.
            Log.MailsWait(logger, cycle.Ref.Cycle.Value, failure);
        }
        return new CommandAnswer.Done(recorded.Entry);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Letters of {Cycle} wait in the outbox")]
        public static partial void MailsWait(ILogger logger, string cycle, Exception failure);
    }
}
