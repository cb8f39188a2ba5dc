using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>Something a report's process wants done.</summary>
public abstract record ReportEffect
{
    private ReportEffect() { }

    /// <summary>Write down that the window opened.</summary>
    public sealed record Open : ReportEffect;

    /// <summary>Mail the contacts, if still needed when sent.</summary>
    /// <param name="Occasion">Why.</param>
    /// <param name="Number">Which reminder before this <c>due</c>, from 1; 0 for any other mail.</param>
    /// <param name="Due">The <c>due</c> in force; an extension brings reminders of its own.</param>
    /// <param name="Since">When there was reason to send it; null for when the window opened.</param>
    public sealed record Mail(
        MailOccasion Occasion,
        int Number,
        Deadline Due,
        DateTimeOffset? Since = null
    ) : ReportEffect;

    /// <summary>Look at every permitted name once: bytes may have come whose news was lost.</summary>
    public sealed record LookForUploads : ReportEffect;

    /// <summary>Write down of every check whose time is up that the file could not be checked.</summary>
    /// <param name="At">The instant at which time was up.</param>
    public sealed record GiveUpChecks(DateTimeOffset At) : ReportEffect;

    /// <summary>Wake the processes of later stages.</summary>
    public sealed record WakeLaterStages : ReportEffect;

    /// <summary>Write down that the window ended.</summary>
    /// <param name="Outcome">How.</param>
    public sealed record End(WindowOutcome Outcome) : ReportEffect;
}
