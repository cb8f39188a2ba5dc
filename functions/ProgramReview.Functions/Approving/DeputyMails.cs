using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Tells a deputy, the approver and operations who stands in for whom in the present round; each of it once.</summary>
public sealed class DeputyMails(MailDispatcher dispatcher)
{
    /// <summary>Mails what has not been mailed; may be repeated.</summary>
    public async Task SendAsync(RunningCycle cycle, CancellationToken cancellation)
    {
        if (cycle.State.CurrentRound is not { Outcome: null } round)
        {
            return;
        }
        foreach (var (i, deputy) in round.Deputies.Index())
        {
            var why = FormattableString.Invariant($"deputy-{i + 1}");
            if (!deputy.IsRevoked)
            {
                await dispatcher.DispatchOrLeaveAsync(
                    RoundLetter.To(
                        cycle.Ref,
                        round,
                        nameof(DeputyRequestLetter),
                        deputy.Person,
                        why
                    ) with
                    {
                        Arguments = DeputyLetter.About(round, deputy, i + 1),
                    },
                    cancellation
                );
            }
            foreach (
                var person in new[] { round.HolderOf(deputy.Seat), cycle.Plan.Plan.Operations.Id }
            )
            {
                await TellAsync(nameof(DeputyNamedLetter), person, why);
            }
            if (deputy.IsRevoked)
            {
                foreach (
                    var person in new[]
                    {
                        deputy.Person,
                        round.HolderOf(deputy.Seat),
                        cycle.Plan.Plan.Operations.Id,
                    }
                )
                {
                    await TellAsync(nameof(DeputyRevokedLetter), person, $"{why}-revoked");
                }
            }

            Task TellAsync(string kind, string person, string occasion) =>
                dispatcher.DispatchOrLeaveAsync(
                    new MailRequest(
                        cycle.Ref,
                        kind,
                        person,
                        FormattableString.Invariant($"{round.Number}"),
                        FormattableString.Invariant(
                            $"{cycle.Ref.Cycle}-round-{round.Number}-{occasion}"
                        )
                    )
                    {
                        Arguments = DeputyLetter.About(round, deputy, i + 1),
                    },
                    cancellation
                );
        }
    }
}
