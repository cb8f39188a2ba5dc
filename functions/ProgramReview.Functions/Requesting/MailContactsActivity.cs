using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Requesting;

/// <summary>Mails every contact of an assignment's body on one occasion, each with a personal link.</summary>
internal sealed class MailContactsActivity(
    MailDispatcher dispatcher,
    Cycles cycles,
    IEventStore record
)
{
    /// <summary>Calls the activity from an orchestration.</summary>
    public static Task CallAsync(TaskOrchestrationContext context, Input input) =>
        context.CallActivityAsync(nameof(MailContactsActivity), input, Retries.Standard);

    /// <summary>Sends what has not been sent; may run more than once.</summary>
    [Function(nameof(MailContactsActivity))]
    public async Task RunAsync([ActivityTrigger] Input input, CancellationToken cancellation)
    {
        var (report, occasion, number, due) = input;
        // Looked up now: by this mail the duty may have passed to somebody else.
        var plan = (await cycles.FindAsync(report.Cycle.Cycle, cancellation))!.Plan;
        var state = AssignmentState.Of(
            await record.ReadAsync(report.Assignment.Stream, cancellation)
        );
        var opened = state.Windows.First(one => one.Number == report.Window);
        await dispatcher.DispatchAllAsync(
            WindowLetter.To(plan, report, opened, occasion, number, due),
            cancellation
        );
    }

    /// <summary>Who is mailed about what.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="Occasion">Why.</param>
    /// <param name="Number">Which reminder before this <c>due</c>, from 1; 0 for any other mail.</param>
    /// <param name="Due">The <c>due</c> it is about.</param>
    public sealed record Input(ReportInput Report, MailOccasion Occasion, int Number, Deadline Due);
}
