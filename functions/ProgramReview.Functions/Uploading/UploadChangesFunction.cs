using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Shows a body what it changed in a part since the version before; from what was read of both, so no file is read for it.</summary>
internal sealed class UploadChangesFunction(
    LinkGate gate,
    IEventStore record,
    ContentFactsStore contents,
    LinkAddresses addresses,
    PageRenderer renderer,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(UploadChangesFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "u/{token}/changes/{sequence:long}"
        )]
            HttpRequest request,
        string token,
        long sequence,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        var assignment = AssignmentId.Parse(held.Link.Subject);
        var stream = await record.ReadAsync(assignment.Stream, cancellation);
        if (
            stream.FirstOrDefault(entry => entry.Sequence == sequence)?.Event
                is not AssignmentEvent.SubmissionRecorded { Submission.BlobName: var name }
            || stream.Assignment.Submissions.First(one => one.BlobName == name) is not { } after
            || VersionBefore.Of(stream.Assignment, after) is not { } before
        )
        {
            return await problem.AnswerAsync(request, token);
        }
        var (was, now) = (
            await SubjectAsync(held, assignment, before, cancellation),
            await SubjectAsync(held, assignment, after, cancellation)
        );
        var model = new ChangesModel
        {
            Context = held.Page(request, clock.GetUtcNow()),
            Part = new PartId(assignment, after.Part),
            Before = before,
            After = after,
            Changes = was is null || now is null ? null : ContentChanges.Between(was, now),
            BackPath =
                $"{addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath}#part-{after.Part}",
        };
        return new PageResult(await renderer.RenderAsync<ChangesPage>(model));
    }

    private async Task<CheckSubject?> SubjectAsync(
        HeldLink held,
        AssignmentId assignment,
        Submission version,
        CancellationToken cancellation
    ) =>
        await contents.FindAsync(assignment, version.Sha256, cancellation) is { } facts
        && held.Cycle.Plan.ReportType(assignment.ReportType).FindPart(version.Part) is { } part
            ? new CheckSubject(held.Cycle.Plan, assignment, part, facts)
            : null;
}
