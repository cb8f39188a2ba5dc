using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;

namespace ProgramReview.Functions.Operations;

/// <summary>Hands a command to whoever carries it out; what comes to an event of an assignment alone needs no line here.</summary>
public sealed class CommandRunner(
    AssignmentCommandHandler assignments,
    EvidenceHandler evidence,
    CycleCommandHandler processes,
    OutageHandler outages,
    MaterialHandler material,
    EraseHandler erasures,
    NextStepHandler steps,
    CorrectionHandler corrections,
    ResendHandler letters,
    ReplaceApproverHandler seats,
    MeetingHandler meetings,
    ConfirmSeatsHandler confirmations,
    AccessCodeHandler codes
)
{
    /// <summary>Carries it out, or says why not.</summary>
    public Task<CommandAnswer> RunAsync(CommandCall call, CancellationToken cancellation) =>
        call.Command switch
        {
            Command.Record => evidence.RunAsync(call, cancellation),
            Command.Retry { Instance: var instance, By: var by, Reason: var reason } =>
                processes.RetryAsync(
                    call.Client,
                    call.Cycle,
                    call.Id,
                    new CycleEvent.RetryOrdered(instance, by, reason),
                    cancellation
                ),
            Command.Stop { By: var by, Reason: var reason } => processes.StopAsync(
                call.Client,
                call.Cycle,
                by,
                reason,
                cancellation
            ),
            Command.DeclareOutage outage => outages.DeclareAsync(
                call.Client,
                call.Cycle,
                call.Id,
                outage,
                cancellation
            ),
            Command.MakeMaterial order => material.RunAsync(
                call.Client,
                call.Cycle,
                call.Id,
                order,
                cancellation
            ),
            Command.EraseContact { Person: var person, By: var by, Reason: var reason } =>
                erasures.RunAsync(
                    call.Cycle,
                    call.Id,
                    new CycleEvent.ContactErased(person, by, reason),
                    cancellation
                ),
            Command.Resend resend => letters.RunAsync(
                call.Client,
                call.Cycle,
                call.Id,
                resend,
                cancellation
            ),
            Command.IssueAccessCode code => codes.RunAsync(call.Cycle, call.Id, code, cancellation),
            Command.ChooseNextStep step => steps.RunAsync(
                call.Client,
                call.Cycle,
                step,
                cancellation
            ),
            Command.ReplaceApprover replace => seats.RunAsync(
                call.Client,
                call.Cycle,
                call.Id,
                replace,
                cancellation
            ),
            Command.RecordMeeting meeting => meetings.RunAsync(call, meeting, cancellation),
            Command.ConfirmSeats confirm => confirmations.RunAsync(
                call.Client,
                call.Cycle,
                call.Id,
                confirm,
                cancellation
            ),
            Command.Correct correct => corrections.RunAsync(
                call.Cycle.Ref.Cycle,
                call.Assignment,
                call.Id,
                correct,
                cancellation
            ),
            _ => assignments.RunAsync(
                call.Client,
                call.Cycle,
                call.Assignment!,
                call.Id,
                call.Command,
                cancellation
            ),
        };
}
