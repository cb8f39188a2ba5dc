using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// What the upload page shows. It posts back to <see cref="Address"/>: for each part a multipart form with the field <c>file</c> and
/// the part in the query, or with script JSON to <c>permission</c> (<c>part</c>, <c>fileName</c>, <c>size</c>, <c>type</c>) and <c>received</c> (<c>blobName</c>, <c>sha256</c>) below it.
/// </summary>
public sealed record UploadPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The assignment; title, outline and formats come from the plan.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>The page's absolute address without a trailing slash; also shown in the <c>curl</c> calls.</summary>
    public required Uri Address { get; init; }

    /// <summary>Where the published dossier is read with all that its author may read; null before it is published.</summary>
    public string? DossierPath { get; init; }

    /// <summary>The assignment's state.</summary>
    public required AssignmentPhase Phase { get; init; }

    /// <summary>Whether all came, and what does not count does so only because nobody could look at it in time.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>Where its window stands.</summary>
    public required UploadWindow Window { get; init; }

    /// <summary>When it opens at the latest; shown while waiting.</summary>
    public required DateTimeOffset OpensAtLatest { get; init; }

    /// <summary>The <c>due</c> in force.</summary>
    public required Deadline Due { get; init; }

    /// <summary>The <c>closes</c> in force.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>Its parts in the plan's order.</summary>
    public required IReadOnlyList<UploadPart> Parts { get; init; }

    /// <summary>What was recorded last, or null.</summary>
    public ReceivedReport? Newest { get; init; }

    /// <summary>The attempt just made without script, if it was refused; else null.</summary>
    public RefusedUpload? Problem { get; init; }

    /// <summary>Whether the receipt of <see cref="Problem"/> is of this very attempt; false if many equal ones stand for it.</summary>
    public bool IsProblemRecorded { get; init; } = true;

    /// <summary>The pause until the next attempt, if the one just made without script came too soon; else null.</summary>
    public UploadPermission.Paused? Paused { get; init; }

    /// <summary>What the approvers asked for, when the assignment was opened again.</summary>
    public string? ChangesAsked { get; init; }

    /// <summary>Why the report was returned, as long as something of it is to be sent again; or null.</summary>
    public ReturnedReport? Returned { get; init; }

    /// <summary>What came of an explanation that was posted, or null.</summary>
    public FormAnswer? Answer { get; init; }

    /// <summary>The extension in force, or null.</summary>
    public AssignmentEvent.DueExtended? Extension { get; init; }

    /// <summary>The exemption, or null.</summary>
    public AssignmentEvent.Exempted? Exemption { get; init; }

    /// <summary>The reports this one is drawn from; empty for a report of the first stage.</summary>
    public ReportPage Materials { get; init; } = ReportPage.Empty;

    /// <summary>Whether anything can be sent now.</summary>
    public bool MaySend() =>
        this
            is {
                Window: UploadWindow.Open or UploadWindow.Late or UploadWindow.Correcting,
                Phase: not AssignmentPhase.Exempt
            };

    /// <summary>Until when anything is taken: the close, or the end of corrections.</summary>
    public Deadline TakenUntil =>
        Parts.Select(part => part.CorrectedUntil).FirstOrDefault(until => until is not null)
        ?? Closes;

    /// <summary>Whether a part can be sent now.</summary>
    public bool MaySend(UploadPart part) => MaySend() && part.IsTaken;

    /// <summary>The largest file the form without script takes, in bytes.</summary>
    public long FormMaxBytes { get; init; } = 10 * 1024 * 1024;
}
