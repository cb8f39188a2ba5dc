using Microsoft.DurableTask.Client;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Writes down who stands in for an approver in a round, or that somebody does not any more, and tells both and operations.</summary>
public sealed class DeputyRecorder(
    ActRecorder acts,
    Cycles cycles,
    DeputyMails mails,
    Senders senders,
    ContactKeeper contacts,
    TimeProvider clock
)
{
    // Somebody was named meanwhile, whose mailbox the plan in hand does not know.
    private static readonly Refusal Again = Refusal.Conflict("deputy-already-named");

    /// <summary>Writes it once, and mails.</summary>
    /// <returns>Why it was refused; null if it is on record.</returns>
    public async Task<Refusal?> WriteAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.DeputyNamed act,
        StepProof proof,
        CancellationToken cancellation
    ) =>
        await WriteAsync(
            client,
            cycle,
            act.Round,
            act.Seat,
            act,
            proof,
            state => DeputyRules.Refuse(cycle.Plan.Plan.Approval, state, act, clock.GetUtcNow()),
            cancellation
        );

    /// <inheritdoc cref="WriteAsync(DurableTaskClient, RunningCycle, CycleEvent.DeputyNamed, StepProof, CancellationToken)"/>
    public async Task<Refusal?> WriteAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.DeputyRevoked act,
        StepProof proof,
        CancellationToken cancellation
    ) =>
        await WriteAsync(
            client,
            cycle,
            act.Round,
            act.Seat,
            act,
            proof,
            state => DeputyRules.Refuse(cycle.Plan.Plan.Approval, state, act, clock.GetUtcNow()),
            cancellation
        );

    /// <summary>
    /// Writes once that somebody may answer whom the plan does not list, and mails. They are kept first, under the press's key; the same press again finishes what a
    /// crash left undone.
    /// </summary>
    /// <param name="client">Rings the round.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="act">What is to be written, without the person.</param>
    /// <param name="person">Whom.</param>
    /// <param name="press">Names this one press of the form.</param>
    /// <param name="proof">That it is the approver who acts.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Why it was refused; null if it is on record.</returns>
    public async Task<Refusal?> WriteAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        CycleEvent.DeputyNamed act,
        FreeDeputy person,
        string press,
        StepProof proof,
        CancellationToken cancellation
    )
    {
        var key = FormattableString.Invariant($"deputy-{act.Round}-{act.Seat}-press-{press}");
        while (true)
        {
            var running = (await cycles.FindAsync(cycle.Ref.Cycle, cancellation))!;
            var (plan, named) = (running.Plan, running.State.NamedContacts.Count());
            var sent = await senders.OfAsync(plan, cancellation);
            var (recorded, refusal) = await acts.WriteAsync(
                running,
                key,
                proof,
                state =>
                    state.NamedContacts.Count() != named
                        ? Again
                        : DeputyRules.Refuse(plan, state, act, person, sent, clock.GetUtcNow()),
                async (entries, stop) =>
                    act with
                    {
                        Person = NewPerson.IdFor(plan, entries.Cycle, act.Seat),
                        ContactHash = await contacts.KeepAsync(
                            cycle.Ref.Cycle,
                            key,
                            person.Name,
                            person.Email,
                            person.Language!.Value,
                            stop
                        ),
                    },
                cancellation
            );
            if (recorded is not null)
            {
                await TellAsync(client, running, act.Round, cancellation);
                return null;
            }
            if (!ReferenceEquals(refusal, Again))
            {
                return refusal;
            }
        }
    }

    /// <summary>Names the next change of a seat's deputies: two that come at once are one, and the first stands.</summary>
    internal static string KeyOf(RoundState round, string seat) =>
        FormattableString.Invariant(
            $"deputy-{round.Number}-{seat}-{round.Deputies.Where(deputy => deputy.Seat == seat).Sum(deputy => deputy.IsRevoked ? 2 : 1)}"
        );

    private async Task<Refusal?> WriteAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        int number,
        string seat,
        CycleEvent act,
        StepProof proof,
        Func<CycleState, Refusal?> refuse,
        CancellationToken cancellation
    )
    {
        if (cycle.State.Round(number) is not { } round)
        {
            return Refusal.Conflict("decision-round-over");
        }
        var (recorded, refusal) = await acts.WriteAsync(
            cycle,
            KeyOf(round, seat),
            proof,
            refuse,
            (_, _) => new ValueTask<CycleEvent>(act),
            cancellation
        );
        if (recorded is null)
        {
            return refusal;
        }
        if (!IsSame(recorded.Entry.Event, act))
        {
            return Refusal.Conflict("deputy-already-named");
        }
        await TellAsync(client, cycle, number, cancellation);
        return null;
    }

    private async Task TellAsync(
        DurableTaskClient client,
        RunningCycle cycle,
        int number,
        CancellationToken cancellation
    )
    {
        await mails.SendAsync(
            (await cycles.FindAsync(cycle.Ref.Cycle, cancellation))!,
            cancellation
        );
        // It may be the last seat that a deputy could be asked for.
        await client.WakeAsync(cycle.Ref.Cycle.ApprovalInstanceId(number), cancellation);
    }

    private static bool IsSame(Event recorded, CycleEvent act) =>
        (recorded, act) switch
        {
            (CycleEvent.DeputyNamed one, CycleEvent.DeputyNamed other) => one == other,
            (CycleEvent.DeputyRevoked one, CycleEvent.DeputyRevoked other) => one == other,
            _ => false,
        };
}
