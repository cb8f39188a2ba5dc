using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;

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
        var window = FormattableString.Invariant($"{report.Window}");
        var state = AssignmentState.Of(
            await record.ReadAsync(report.Assignment.Stream, cancellation)
        );
        var opened = state.Windows.First(one => one.Number == report.Window);
        var name = FormattableString.Invariant(
            $"{occasion.ToString().ToLowerInvariant()}-{window}-{number}"
        );
        // A process that is started again, and one whose due moved back and forth, mails each person once about each due.
        var key =
            occasion == MailOccasion.Request || due == opened.Due
                ? name
                : FormattableString.Invariant(
                    $"{name}-{due.Show(TimeZoneInfo.Utc):yyyyMMdd'T'HHmmss}"
                );
        await dispatcher.DispatchAllAsync(
            plan.Body(report.Assignment.Body)
                .Contacts.Select(person => new MailRequest(
                    report.Cycle,
                    KindOf(occasion, opened.Cause),
                    person.Id,
                    report.Assignment.ToString(),
                    key
                )
                {
                    Link = LinkPurpose.Upload,
                    LinkExpires = opened.Closes.Show(TimeZoneInfo.Utc) + LinkLife.AfterClose,
                    Arguments = new Dictionary<string, string> { [MailArguments.Window] = window },
                }),
            cancellation
        );
    }

    private static MailKind KindOf(MailOccasion occasion, OpeningCause cause) =>
        (occasion, cause) switch
        {
            (MailOccasion.Request, OpeningCause.Plan) => MailKind.Request,
            (MailOccasion.Request, OpeningCause.ChangesAsked) => MailKind.ChangesAsked,
            (MailOccasion.Request, OpeningCause.Returned) => MailKind.Returned,
            (MailOccasion.Request, OpeningCause.Extended) => MailKind.Extended,
            (MailOccasion.Request, OpeningCause.LateAllowed) => MailKind.LateAllowed,
            (MailOccasion.Reminder, _) => MailKind.Reminder,
            (MailOccasion.Overdue, _) => MailKind.Overdue,
            _ => throw new InvalidOperationException($"No mail for {occasion} and {cause}."),
        };

    /// <summary>Who is mailed about what.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="Occasion">Why.</param>
    /// <param name="Number">Which reminder before this <c>due</c>, from 1; 0 for any other mail.</param>
    /// <param name="Due">The <c>due</c> it is about.</param>
    public sealed record Input(ReportInput Report, MailOccasion Occasion, int Number, Deadline Due);
}
