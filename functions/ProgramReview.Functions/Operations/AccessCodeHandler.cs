using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Approving;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>Makes an access code for an approver and hands it out once; the same press again finds that it was made, and cannot say it.</summary>
public sealed class AccessCodeHandler(Recorder recorder, AccessCodes codes)
{
    /// <summary>Makes it, or says why not.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="id">Names this one press of a form or call of a program.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<CommandAnswer> RunAsync(
        RunningCycle cycle,
        string id,
        Command.IssueAccessCode command,
        CancellationToken cancellation
    )
    {
        var code = codes.New();
        Refusal? refusal = null;
        var recorded = await recorder.WriteAsync(
            cycle.Stream,
            AssignmentCommandHandler.KeyOf(id),
            entries =>
                (refusal = command.Refuse(cycle.Plan, entries.Cycle)) is not null
                    ? null
                    : codes.Issue(
                        cycle.Ref.Cycle,
                        command.Person,
                        (
                            entries
                                .Cycle.AccessCodes.GetValueOrDefault(command.Person)
                                ?.Issued.Number
                            ?? 0
                        ) + 1,
                        code,
                        command.By,
                        command.Reason
                    ),
            cancellation
        );
        return recorded is null ? new CommandAnswer.Refused(refusal!)
            : recorded.IsNew ? new CommandAnswer.Issued(recorded.Entry, command.Person, code)
            : new CommandAnswer.Done(recorded.Entry);
    }
}
