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
        var (report, occasion, number, due, since) = input;
        // Looked up now: by this mail the duty may have passed to somebody else.
        var cycle = (await cycles.FindAsync(report.Cycle.Cycle, cancellation))!;
        var entries = await record.ReadAsync(report.Assignment.Stream, cancellation);
        var opened = AssignmentState.Of(entries).Windows.First(one => one.Number == report.Window);
        var at =
            since
            ?? entries
                .First(entry =>
                    entry.Event is AssignmentEvent.Opened { Window: var window }
                    && window == report.Window
                )
                .RecordedAt;
        // Whoever took the duty over later was told how it stands then; a process that is begun anew does not tell of what lay before.
        var successors = cycle
            .State.Handovers.Where(handover => handover.At > at)
            .Select(handover => handover.Event.To)
            .ToHashSet();
        await dispatcher.DispatchAllAsync(
            WindowLetter
                .To(cycle.Plan, report, opened, occasion, number, due)
                .Where(letter => !successors.Contains(letter.Person))
                .Select(letter => letter with { Source = new MailSource(cycle, entries) }),
            cancellation
        );
    }

    /// <summary>Who is mailed about what.</summary>
    /// <param name="Report">The report's process.</param>
    /// <param name="Occasion">Why.</param>
    /// <param name="Number">Which reminder before this <c>due</c>, from 1; 0 for any other mail.</param>
    /// <param name="Due">The <c>due</c> it is about.</param>
    /// <param name="Since">When there was reason to send it; null for when the window opened.</param>
    public sealed record Input(
        ReportInput Report,
        MailOccasion Occasion,
        int Number,
        Deadline Due,
        DateTimeOffset? Since
    );
}
