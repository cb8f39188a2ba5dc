using ProgramReview.Core.Checking;
using ProgramReview.Core.Deadlines;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>One part of the report on the upload page.</summary>
/// <param name="Standing">How it stands.</param>
/// <param name="IsTaken">Whether it can be sent in the current window.</param>
/// <param name="IsAwaited">Whether the current window waits for it, and it has not come.</param>
/// <param name="Received">What was recorded for it so far, newest first.</param>
/// <param name="Refused">Refused attempts that stored nothing, newest first, the last few.</param>
public sealed record UploadPart(
    PartStanding Standing,
    bool IsTaken,
    bool IsAwaited,
    IReadOnlyList<ReceivedReport> Received,
    IReadOnlyList<RefusedUpload> Refused
)
{
    /// <summary>Until when it can be corrected, its close being past; null: not, or the window is open.</summary>
    public Deadline? CorrectedUntil { get; init; }

    /// <summary>Until when queries about it can be answered by the link; null: not any more.</summary>
    public Deadline? ExplainedUntil { get; init; }

    /// <summary>The keys of the queries that nobody had answered at the close.</summary>
    public IReadOnlyList<string> Unexplained { get; init; } = [];

    /// <summary>What is checked in it, the heaviest first.</summary>
    public IReadOnlyList<CheckInForce> Checks { get; init; } = [];

    /// <summary>Whether what was sent for it is being looked at.</summary>
    public bool IsBeingChecked => Received.Any(report => report.Submission.IsBeingChecked);

    /// <summary>Whether something that came waits for the scanner.</summary>
    public bool IsBeingScanned => Received.Any(report => report.IsBeingScanned);

    /// <summary>The part's code.</summary>
    public string Code => Standing.Code;
}
