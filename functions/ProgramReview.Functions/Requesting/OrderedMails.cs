using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>Sends the contacts of a body a letter about what was ordered for its report.</summary>
public sealed class OrderedMails(MailDispatcher dispatcher, Cycles cycles, TimeProvider clock)
{
    /// <summary>Mails every contact once; may be repeated.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="assignment">The assignment.</param>
    /// <param name="state">The assignment as it is now.</param>
    /// <param name="kind">The letter.</param>
    /// <param name="order">The entry that orders it, by its key.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task SendAsync(
        RunningCycle cycle,
        AssignmentId assignment,
        AssignmentState state,
        string kind,
        string order,
        CancellationToken cancellation
    )
    {
        var closes = cycle.Plan.ReportType(assignment.ReportType).ClosesOf(state);
        // Read after the order is on record and links are revoked: whoever the duty passed to meanwhile needs the letter.
        var plan = (await cycles.FindAsync(cycle.Ref.Cycle, cancellation))!.Plan;
        foreach (var person in plan.Body(assignment.Body).Contacts)
        {
            var request = new MailRequest(cycle.Ref, kind, person.Id, assignment.ToString(), order)
            {
                Link = LinkPurpose.Upload,
                LinkExpires = LinkLife.EndsAfter(closes, clock.GetUtcNow()),
                Arguments = ReportLetter.Ordered(order),
            };
            await dispatcher.DispatchOrLeaveAsync(request, cancellation);
        }
    }
}
