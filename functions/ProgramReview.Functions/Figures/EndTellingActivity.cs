using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Figures;

/// <summary>
/// Tells the author of the consolidated report and operations how much does not go together, if that has changed, and notes that all were told.
/// </summary>
internal sealed class EndTellingActivity(
    Cycles cycles,
    IEventStore record,
    IFigureStore store,
    MailDispatcher mails,
    TimeProvider clock
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, FiguresInput input) =>
        context.CallActivityAsync(nameof(EndTellingActivity), input, Retries.Standard);

    /// <summary>Tells; may run more than once.</summary>
    [Function(nameof(EndTellingActivity))]
    public async Task RunAsync([ActivityTrigger] FiguresInput input, CancellationToken cancellation)
    {
        var (id, root) = (input.Cycle.Cycle, input.Telling!.Root);
        if (await cycles.FindAsync(id, cancellation) is not { State.End: null } cycle)
        {
            return;
        }
        var found =
            (await store.FindAsync(id, null, FanOutNode.Root, cancellation)).Row?.Found
            ?? new Dictionary<string, int>();
        var before = (await store.FindToldAsync(id, cancellation))?.Found;
        if (found.Count > 0 && !(before?.Count == found.Count && !before.Except(found).Any()))
        {
            await TellAsync(cycle, root, found, cancellation);
        }
        await store.PutToldAsync(id, new ToldFigures(root, found), cancellation);
    }

    private async Task TellAsync(
        RunningCycle cycle,
        string root,
        IReadOnlyDictionary<string, int> found,
        CancellationToken cancellation
    )
    {
        var report = cycle.Plan.Assignments.First(id =>
            id.ReportType == cycle.Plan.Plan.ConsolidatedReport
        );
        var state = (await record.ReadAsync(report.Stream, cancellation)).Assignment;
        var closes = cycle.Plan.ReportType(report.ReportType).ClosesOf(state);
        foreach (var person in cycle.Plan.Body(report.Body).Contacts)
        {
            await mails.DispatchOrLeaveAsync(
                About(person) with
                {
                    Link = LinkPurpose.Upload,
                    LinkExpires = LinkLife.EndsAfter(closes, clock.GetUtcNow()),
                },
                cancellation
            );
        }
        await mails.DispatchOrLeaveAsync(About(cycle.Plan.Plan.Operations), cancellation);

        MailRequest About(Person person) =>
            new(
                cycle.Ref,
                nameof(FigureSummaryLetter),
                person.Id,
                report.ToString(),
                $"figures-{root[..16]}"
            )
            {
                Arguments = FigureSummaryLetter.Counted(found),
            };
    }
}
