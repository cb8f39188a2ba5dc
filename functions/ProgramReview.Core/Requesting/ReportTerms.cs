using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>The terms one window of an assignment opens under; a person may move its instants once it is open.</summary>
public sealed record ReportTerms
{
    /// <summary>The number of the window, from 1; a reopening starts the next.</summary>
    public required int Window { get; init; }

    /// <summary>Why the window opens; the letter that asks for the report says so.</summary>
    public required OpeningCause Cause { get; init; }

    /// <summary>It does not open before.</summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>It opens then even if an earlier stage is not settled.</summary>
    public required DateTimeOffset OpensAtLatest { get; init; }

    /// <summary>The <c>due</c> in force: what is stored before it is on time.</summary>
    public required Deadline Due { get; init; }

    /// <summary>The <c>closes</c> in force, never before <see cref="Due"/>: what is stored from it on is refused.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>The parts that can be sent in it, in the plan's order.</summary>
    public required IReadOnlyList<AskedPart> Parts { get; init; }

    /// <summary>When its reminders are sent while <see cref="Due"/> is in force, ascending.</summary>
    public required IReadOnlyList<DateTimeOffset> Reminders { get; init; }

    /// <summary>How it treats checks of content.</summary>
    public CheckTerms Checks { get; init; } = CheckTerms.Unsaid;

    /// <summary>What was asked for by whoever had it opened again, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>What is wrong in detail, or null.</summary>
    public IReadOnlyList<ReturnItem>? Items { get; init; }

    /// <summary>The person of operations who had it opened again, or null.</summary>
    public string? By { get; init; }

    /// <summary>Whether it ends as soon as it is accepted (a reopening) or runs to its close (the plan's own window).</summary>
    public bool EndsWhenAccepted => Cause != OpeningCause.Plan;

    /// <summary>The opening of the window, to be written down.</summary>
    public AssignmentEvent.Opened Open() =>
        new(Window, Cause, Due, Closes, Parts, Comment, By, Checks, Items);

    /// <summary>When reminders are sent while another <c>due</c> is in force: each as long before it as before the first.</summary>
    public IReadOnlyList<DateTimeOffset> RemindersBefore(Deadline due) =>
        [
            .. Reminders.Select(reminder =>
                reminder + due.Remaining(reminder) - Due.Remaining(reminder)
            ),
        ];
}
