using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Requesting;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>The parts of a report as its sender sees them, drawn from the stream.</summary>
internal sealed class UploadParts(
    RunningCycle cycle,
    AssignmentId assignment,
    EventStream entries,
    ReceiptPlaces places,
    FileScans scans,
    DateTimeOffset now
)
{
    private const int MostRefused = 10;

    private readonly AssignmentState state = entries.Assignment;

    private readonly List<ReceivedReport> received = ReceivedOf(entries, places, scans);

    private readonly List<RefusedUpload> refused =
    [
        .. entries.Reverse().Select(entry => RefusedOf(entry, places)).OfType<RefusedUpload>(),
    ];

    private readonly IReadOnlyList<UnexplainedQuery> unexplained =
        entries
            .Select(entry => entry.Event)
            .OfType<AssignmentEvent.WindowEnded>()
            .LastOrDefault()
            ?.Unexplained
        ?? [];

    /// <summary>What was recorded last, or null.</summary>
    public ReceivedReport? Newest => received is [var newest, ..] ? newest : null;

    /// <summary>One part.</summary>
    public UploadPart Of(ReportPart part)
    {
        var stands =
            state.Parts.FirstOrDefault(one => one.Code == part.Code)
            ?? new PartState(part.Code, part.Required, []);
        var corrects = PermissionRules.Corrects(state, part.Code, now);
        return new UploadPart(
            new PartStanding(
                part.Code,
                part.Required,
                state.Phase(stands, now),
                stands.Submissions.Count > 0
            )
            {
                IsUndecided = stands.IsUndecided,
            },
            state.Current is { } current
                && (current.IsOpen(now) ? current.Takes(part.Code) : corrects),
            state.Awaited().Contains(part.Code),
            [.. received.Where(one => one.Submission.Part == part.Code)],
            [.. refused.Where(one => one.Part == part.Code).Take(MostRefused)]
        )
        {
            CorrectedUntil = corrects ? state.Current!.CorrectionsEnd : null,
            ExplainedUntil = cycle.State.End is null
                ? ExplanationRules.OpenUntil(state, part.Code, now)
                : null,
            Unexplained =
            [
                .. unexplained.Where(one => one.Part == part.Code).Select(one => one.Finding),
            ],
            Checks = ContentChecks.RulesFor(cycle.Plan, assignment, part),
        };
    }

    /// <summary>The refused attempt of an entry, or null if it holds none.</summary>
    public static RefusedUpload? RefusedOf(Entry entry, ReceiptPlaces places) =>
        entry.Event is AssignmentEvent.AttemptRefused refused
            ? new RefusedUpload(
                refused.Part,
                refused.Why,
                refused.FileName,
                entry.RecordedAt,
                places.Of(entry)
            )
            : null;

    private static List<ReceivedReport> ReceivedOf(
        EventStream entries,
        ReceiptPlaces places,
        FileScans scans
    )
    {
        var state = entries.Assignment;
        var looked = entries
            .Where(entry => RecordedReceipt.LookedAt(entry) is not null)
            .GroupBy(entry => RecordedReceipt.LookedAt(entry)!)
            .ToDictionary(file => file.Key, file => file.Last());
        return
        [
            .. entries
                .Reverse()
                .Where(entry => entry.Event is AssignmentEvent.SubmissionRecorded)
                .Select(entry =>
                {
                    var name = ((AssignmentEvent.SubmissionRecorded)entry.Event)
                        .Submission
                        .BlobName;
                    var submission = state.Submissions.First(one => one.BlobName == name);
                    return new ReceivedReport(
                        submission,
                        ReceiptNumber.Of(entry),
                        state.Counts(submission),
                        Receipt: places.Of(entry)
                    )
                    {
                        Sequence = entry.Sequence,
                        IsBeingScanned = submission.IsBeingChecked && scans.IsAwaited(submission),
                        HasChanges = VersionBefore.Of(state, submission) is not null,
                        Findings =
                        [
                            .. submission
                                .Standing()
                                .Concat(state.PairFindings(submission))
                                .OrderByDescending(finding => finding.Severity),
                        ],
                        CheckReceipt = looked.TryGetValue(name, out var check)
                            ? places.Of(check)
                            : null,
                    };
                }),
        ];
    }
}
