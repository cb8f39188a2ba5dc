using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Publishing;

/// <summary>Tells everybody who took part what a cycle came to, a hundred people at a step.</summary>
public sealed class CycleMails(MailDispatcher dispatcher)
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
    /// <param name="cycle">The cycle.</param>
    /// <param name="order">What they are told of: a publication, or the end of the cycle.</param>
    /// <param name="place">Which hundred, from 0.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>How many, and the next hundred; null after the last.</returns>
    /// <exception cref="AggregateException">Some could not be sent; try all again.</exception>
    public async Task<(int Letters, int? Next)> SendAsync(
        RunningCycle cycle,
        LongOrder order,
        int place,
        CancellationToken cancellation
    )
    {
        if (LetterOf(cycle, order) is not { } letter)
        {
            return (0, null);
        }
        var steps = Recipients(cycle.Plan).Chunk(FanOutTree.MaxChildren).ToList();
        await dispatcher.DispatchAllAsync(steps[place].Select(letter), cancellation);
        return (steps[place].Length, place + 1 < steps.Count ? place + 1 : null);
    }

    // Of a published cycle that a person ended everybody has heard.
    private static Func<string, MailRequest>? LetterOf(RunningCycle cycle, LongOrder order) =>
        order.Event switch
        {
            CycleEvent.Published => cycle.State.Publications.Single(one =>
                one.Entry == order.Sequence
            )
                is { Edition: > 1 and var edition }
                ? person => EditionLetter.To(cycle.Ref, person, edition)
                : person => new MailRequest(
                    cycle.Ref,
                    nameof(PublishedLetter),
                    person,
                    "",
                    "published"
                ),
            CycleEvent.Ended { Outcome: CycleOutcome.Published } => null,
            _ => person => new MailRequest(cycle.Ref, nameof(EndedLetter), person, "", "ended"),
        };
}
