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
    /// <summary>The part's code.</summary>
    public string Code => Standing.Code;
}
