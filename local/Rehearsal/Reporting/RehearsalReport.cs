using ProgramReview.Core.Events;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>What a rehearsal showed. It holds nothing of the machine it ran on, so that two runs are the same to the byte.</summary>
public sealed record RehearsalReport
{
    /// <summary>The cycle.</summary>
    public required string Cycle { get; init; }

    /// <summary>The plan's version.</summary>
    public required int PlanVersion { get; init; }

    /// <summary>How people behaved.</summary>
    public required string Profile { get; init; }

    /// <summary>What chance began with.</summary>
    public required int Seed { get; init; }

    /// <summary>The plan's zone; instants in here are in it.</summary>
    public required string TimeZone { get; init; }

    /// <summary>How the cycle ended; null if it did not end within the rehearsal's limit.</summary>
    public required CycleOutcome? Outcome { get; init; }

    /// <summary>When it ended, or when the rehearsal gave up.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>How many assignments there are.</summary>
    public required int Assignments { get; init; }

    /// <summary>How many mails went out.</summary>
    public required int Mails { get; init; }

    /// <summary>Assignments whose first counting report was on time.</summary>
    public required int OnTime { get; init; }

    /// <summary>Assignments whose first counting report was late.</summary>
    public required int Late { get; init; }

    /// <summary>Assignments without a report.</summary>
    public required int Missing { get; init; }

    /// <summary>How many approval rounds there were.</summary>
    public required int Rounds { get; init; }

    /// <summary>When a dossier was ready, round by round.</summary>
    public required IReadOnlyList<DateTimeOffset> DossierReady { get; init; }

    /// <summary>When approval can end by the plan, and when it did.</summary>
    public required ApprovalForecast Approval { get; init; }

    /// <summary>Processes that failed, with what they said.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>What the plan's author should look at.</summary>
    public required IReadOnlyList<ReportedWarning> Warnings { get; init; }

    /// <summary>What holds one second before, at and one second after each instant that decides.</summary>
    public required IReadOnlyList<ProbedInstant> Instants { get; init; }

    /// <summary>What became of each assignment, in plan order.</summary>
    public required IReadOnlyList<AssignmentStory> Stories { get; init; }

    /// <summary>Every mail, in order.</summary>
    public required IReadOnlyList<SentMail> SentMails { get; init; }

    /// <summary>What the mails said.</summary>
    public required IReadOnlyList<MailTexts> MailTexts { get; init; }

    /// <summary>The timers that were set, where they were noted.</summary>
    public required IReadOnlyList<SetTimer> Timers { get; init; }

    /// <summary>Everything that happened, in order.</summary>
    public required IReadOnlyList<TimelineItem> Timeline { get; init; }

    /// <summary>Whether the cycle ended as planned: with a published dossier and no failed process.</summary>
    public bool EndedAsPlanned => Outcome == CycleOutcome.Published && Failures.Count == 0;
}
