using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// Tells everybody concerned what operations did for seats, each at the address that the plan has for them, with a link to object where the
/// seat is theirs. Only once all were told does the time to object run.
/// </summary>
public sealed class SeatOrderMails(Cycles cycles, MailDispatcher dispatcher, TimeProvider clock)
{
    // By then whoever wrote it has mailed, or has crashed.
    private static readonly TimeSpan AtWork = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(60);

    /// <summary>Mails what a crash left unsaid.</summary>
    public async Task FinishAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CancellationToken cancellation
    )
    {
        foreach (
            var order in cycle.State.SeatOrders.Where(order =>
                order.Untold.Any() && clock.GetUtcNow() - order.At >= AtWork
            )
        )
        {
            await SendAsync(client, cycle.Ref.Cycle, order.Sequence, cancellation);
        }
    }

    /// <summary>Mails everybody once, and has the round look how it stands; may be repeated.</summary>
    public async Task SendAsync(
        DurableTaskClient client,
        CycleId cycle,
        long sequence,
        CancellationToken cancellation
    )
    {
        var running = (await cycles.FindAsync(cycle, cancellation))!;
        var order = ObjectionRules.Find(running.State, sequence)!;
        foreach (var person in order.Terms.Concerned)
        {
            await dispatcher.DispatchOrLeaveAsync(To(running, order, person), cancellation);
        }
        if (running.State.CurrentRound is { Outcome: null } round)
        {
            if (order is { Event: CycleEvent.SeatPassed passed, IsUndone: false })
            {
                await dispatcher.DispatchOrLeaveAsync(
                    RoundLetter.To(
                        running.Ref,
                        round,
                        nameof(SeatTakenLetter),
                        passed.To,
                        FormattableString.Invariant($"seat-{sequence}")
                    ),
                    cancellation
                );
            }
            await client.WakeAsync(cycle.ApprovalInstanceId(round.Number), cancellation);
        }
    }

    private MailRequest To(RunningCycle cycle, SeatOrder order, string person)
    {
        var subject = FormattableString.Invariant($"{order.Sequence}");
        var request = new MailRequest(
            cycle.Ref,
            order.Event is CycleEvent.SeatPassed
                ? nameof(SeatPassedLetter)
                : nameof(MeetingRecordedLetter),
            person,
            subject,
            SeatOrder.OccasionOf(cycle.Ref.Cycle, order.Sequence)
        )
        {
            Arguments = SeatOrderLetter.About(order),
        };
        return ObjectionRules.SeatOf(cycle.State, order, person) is null
            ? request
            : request with
            {
                Link = LinkPurpose.Objection,
                LinkExpires = clock.GetUtcNow() + LinkLifetime,
            };
    }
}
