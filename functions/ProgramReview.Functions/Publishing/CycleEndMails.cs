using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>Tells everybody who took part that a cycle has ended.</summary>
public sealed class CycleEndMails(Cycles cycles, MailDispatcher dispatcher)
{
    /// <summary>Mails everybody once; may be repeated.</summary>
    public async Task SendAsync(
        CycleRef cycle,
        CycleOutcome outcome,
        CancellationToken cancellation
    )
    {
        var plan = (await cycles.FindAsync(cycle.Cycle, cancellation))!.Plan;
        var owing = plan.Assignments.Select(assignment => assignment.Body).Distinct();
        IEnumerable<Person> people = owing
            .SelectMany(body => plan.Body(body).Contacts)
            .Concat(plan.Plan.Approval.Approvers)
            .Append(plan.Plan.Operations)
            .DistinctBy(person => person.Id);
        var (kind, occasion) =
            outcome == CycleOutcome.Published
                ? (nameof(PublishedLetter), "published")
                : (nameof(EndedLetter), "ended");
        await dispatcher.DispatchAllAsync(
            people.Select(person => new MailRequest(cycle, kind, person.Id, "", occasion)),
            cancellation
        );
    }
}
