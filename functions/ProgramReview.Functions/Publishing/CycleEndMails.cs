using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>Tells everybody who took part that a cycle has ended, a hundred people at a step.</summary>
public sealed class CycleEndMails(MailDispatcher dispatcher)
{
    /// <summary>Everybody who is told, once each: who owed a report, who decided, and operations. After the end of a cycle it stays the same.</summary>
    public static IReadOnlyList<string> Recipients(PlanLookup plan) =>
        [
            .. plan
                .Assignments.Select(assignment => assignment.Body)
                .Distinct()
                .SelectMany(body => plan.Body(body).Contacts)
                .Concat(plan.Plan.Approval.Approvers)
                .Append(plan.Plan.Operations)
                .Select(person => person.Id)
                .Distinct(),
        ];

    /// <summary>Mails one hundred of them once; may be repeated.</summary>
    /// <param name="cycle">The cycle; it has ended.</param>
    /// <param name="outcome">How.</param>
    /// <param name="place">Which hundred, from 0.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>How many, and the next hundred; null after the last.</returns>
    /// <exception cref="AggregateException">Some could not be sent; try all again.</exception>
    public async Task<(int Letters, int? Next)> SendAsync(
        RunningCycle cycle,
        CycleOutcome outcome,
        int place,
        CancellationToken cancellation
    )
    {
        var (kind, occasion) =
            outcome == CycleOutcome.Published
                ? (nameof(PublishedLetter), "published")
                : (nameof(EndedLetter), "ended");
        var steps = Recipients(cycle.Plan).Chunk(FanOutTree.MaxChildren).ToList();
        await dispatcher.DispatchAllAsync(
            steps[place].Select(person => new MailRequest(cycle.Ref, kind, person, "", occasion)),
            cancellation
        );
        return (steps[place].Length, place + 1 < steps.Count ? place + 1 : null);
    }
}
