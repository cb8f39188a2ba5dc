using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Operations;

/// <summary>Tells both people that a duty to report has passed: the new contact about every report that had opened, with a link; the former one without.</summary>
public sealed class HandoverMails(
    IEventStore record,
    RowWriter rows,
    Cycles cycles,
    MailDispatcher dispatcher,
    TimeProvider clock
)
{
    // By then whoever wrote the handover has mailed, or has crashed.
    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(5);

    // Later there is nothing to find that an earlier look has not.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Mails what a crash left unsaid about the handovers of the last day.</summary>
    public async Task FinishAsync(RunningCycle cycle, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (
            var handover in cycle.State.Handovers.Where(handover =>
                now - handover.At >= AtWork && now - handover.At < Fresh
            )
        )
        {
            await SendAsync(cycle, handover, cancellation);
        }
    }

    /// <summary>Mails both once; may be repeated.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="key">The handover's occasion; it is on record.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task SendAsync(CycleId cycle, string key, CancellationToken cancellation)
    {
        var running = (await cycles.FindAsync(cycle, cancellation))!;
        var handover = running.State.Handovers.FirstOrDefault(handover => handover.Key == key);
        if (handover is not null)
        {
            await SendAsync(running, handover, cancellation);
        }
    }

    private async Task SendAsync(
        RunningCycle cycle,
        Handover handover,
        CancellationToken cancellation
    )
    {
        var reports = cycle
            .Plan.Assignments.Where(assignment => assignment.Body == handover.Event.Body)
            .ToList();
        await dispatcher.DispatchOrLeaveAsync(
            RequestOf(cycle, handover, nameof(DutyPassedLetter), handover.Event.From, reports[0]),
            cancellation
        );
        foreach (var assignment in reports)
        {
            var entries = await record.ReadAsync(assignment.Stream, cancellation);
            // A letter that did not reach the former contact is nobody's worry any more.
            await rows.WriteAsync(cycle, assignment, entries, cancellation);
            // What opens later asks whoever is the contact then.
            if (
                entries.Any(entry =>
                    entry.Event is AssignmentEvent.Opened && entry.RecordedAt <= handover.At
                )
            )
            {
                await dispatcher.DispatchOrLeaveAsync(
                    TakenOf(cycle, handover, assignment, entries.Assignment),
                    cancellation
                );
            }
        }
    }

    private MailRequest TakenOf(
        RunningCycle cycle,
        Handover handover,
        AssignmentId assignment,
        AssignmentState state
    ) =>
        RequestOf(cycle, handover, nameof(DutyTakenLetter), handover.Event.To, assignment) with
        {
            Link = LinkPurpose.Upload,
            LinkExpires = LinkLife.EndsAfter(state.Current!.Closes, clock.GetUtcNow()),
        };

    private static MailRequest RequestOf(
        RunningCycle cycle,
        Handover handover,
        string kind,
        string person,
        AssignmentId assignment
    ) =>
        new(cycle.Ref, kind, person, assignment.ToString(), handover.Key)
        {
            Arguments = ReportLetter.Ordered(handover.Key),
        };
}
