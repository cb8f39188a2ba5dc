using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Mail;

/// <summary>Mails every anchor of a cycle to the plan's auditors, once each: what they hold outside the system shows what was changed inside.</summary>
public sealed class AuditorMails(IEventStore record, Cycles cycles, MailDispatcher dispatcher)
{
    /// <summary>Sends what has not been sent.</summary>
    /// <exception cref="AggregateException">Some could not be sent; try all again.</exception>
    public async Task SendAsync(CycleRef cycle, CancellationToken cancellation)
    {
        var plan = await cycles.PlanAsync(cycle.Cycle, cancellation);
        if (plan.Plan.Auditors.Count == 0)
        {
            return;
        }
        var entries = await record.ReadAsync(cycle.Cycle.Stream, cancellation);
        var settled = entries
            .Select(entry => entry.Event)
            .OfType<CycleEvent.Mailed>()
            .Where(mail => mail.Kind == nameof(AnchoredLetter))
            .Select(mail => (mail.Occasion, mail.Person))
            .ToHashSet();
        await dispatcher.DispatchAllAsync(
            from anchor in CycleState.Of(entries).Anchors
            from auditor in plan.Plan.Auditors
            let number = anchor.Sequence.ToString(CultureInfo.InvariantCulture)
            let occasion = $"anchored-{number}"
            where !settled.Contains((occasion, auditor.Id))
            select new MailRequest(cycle, nameof(AnchoredLetter), auditor.Id, "", occasion)
            {
                Arguments = new Dictionary<string, string> { [AnchoredLetter.Entry] = number },
            },
            cancellation
        );
    }
}
