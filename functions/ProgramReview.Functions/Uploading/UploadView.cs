using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Draws the upload page from the record.</summary>
public sealed class UploadView(
    IEventStore record,
    LinkAddresses addresses,
    ReportFiles files,
    PageRenderer renderer,
    ISubmissionStore submissions,
    FileScans scans,
    FormAnswers answers,
    TimeProvider clock
)
{
    /// <summary>The page of a link.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="held">An upload link that is open.</param>
    /// <param name="answer">The answer to the attempt just made, if no upload could begin; or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        HeldLink held,
        UploadPermission? answer,
        CancellationToken cancellation
    )
    {
        var model = await ModelAsync(request, held, answer, cancellation);
        return new PageResult(
            await renderer.RenderAsync<UploadPage>(model),
            answer switch
            {
                null => 200,
                UploadPermission.Paused => 429,
                _ => 422,
            },
            submissions.Origin
        );
    }

    private async Task<UploadPageModel> ModelAsync(
        HttpRequest request,
        HeldLink held,
        UploadPermission? answer,
        CancellationToken cancellation
    )
    {
        var refused = answer as UploadPermission.Refused;
        var (link, cycle) = held;
        var assignment = AssignmentId.Parse(link.Subject);
        var type = cycle.Plan.ReportType(assignment.ReportType);
        var entries = answer?.Stream ?? await record.ReadAsync(assignment.Stream, cancellation);
        var state = entries.Assignment;
        var now = clock.GetUtcNow();
        var places = new ReceiptPlaces(link, addresses);
        var parts = new UploadParts(cycle, assignment, entries, places, scans, now);
        return new UploadPageModel
        {
            Context = held.Page(request, now),
            Assignment = assignment,
            Address = addresses.Of(LinkPurpose.Upload, link.Id),
            DossierPath = cycle.State.Publication is null
                ? null
                : $"{addresses.Of(LinkPurpose.Upload, link.Id).AbsolutePath}/dossier",
            Phase = state.Phase(now),
            IsUndecided =
                state.Awaited().ToList() is { Count: > 0 } awaited
                && state
                    .Parts.Where(part => awaited.Contains(part.Code))
                    .All(part => part.IsUndecided),
            Window = WindowOf(cycle, state, now),
            OpensAtLatest = type.OpensAtLatest,
            Due = type.DueOf(state),
            Closes = type.ClosesOf(state),
            Parts = [.. ReportPart.Of(type).Select(parts.Of)],
            Newest = parts.Newest,
            Problem = refused is null
                ? null
                : UploadParts.RefusedOf(refused.Entry, places)! with
                {
                    Why = refused.Why,
                },
            IsProblemRecorded = refused is not { IsRecorded: false },
            Paused = answer as UploadPermission.Paused,
            ChangesAsked = state.Current is { Outcome: null, Comment: { } comment }
                ? comment
                : null,
            Returned = ReturnedReport.Of(cycle.Stream, assignment, entries),
            Answer = await answers.FindAsync(
                request,
                PostedExplanation.OwnerOf(link),
                cancellation
            ),
            Extension = entries
                .Select(entry => entry.Event)
                .OfType<AssignmentEvent.DueExtended>()
                .LastOrDefault(),
            Exemption = state.Exemption,
            Materials = await MaterialsAsync(request, held, assignment, cancellation),
        };
    }

    private static UploadWindow WindowOf(
        RunningCycle cycle,
        AssignmentState state,
        DateTimeOffset now
    ) =>
        (cycle.State.End, state) switch
        {
            (not null, _) => UploadWindow.Ended,
            (_, { Exemption: not null }) => UploadWindow.Closed,
            (_, { Current: null }) => UploadWindow.Waiting,
            (_, { Current: { } current })
                when current.TakesCorrections(now) && state.Correctable().Any() =>
                UploadWindow.Correcting,
            (_, { Current: { } current }) when !current.IsOpen(now) => UploadWindow.Closed,
            (_, { Current: { } current }) when current.DueInForce.HasPassed(now) =>
                UploadWindow.Late,
            _ => UploadWindow.Open,
        };

    // The author of the consolidated report gets everything that has come in.
    private async Task<ReportPage> MaterialsAsync(
        HttpRequest request,
        HeldLink held,
        AssignmentId assignment,
        CancellationToken cancellation
    ) =>
        assignment.ReportType == held.Cycle.Plan.Plan.ConsolidatedReport
            ? await files.LinesAsync(
                held.Cycle.Plan,
                assignment,
                PageNumber.Of(request.Query),
                id =>
                    $"{addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath}/material/{id}",
                cancellation
            )
            : ReportPage.Empty;
}
