using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Takes a file of up to 10 MiB from the form that works without script; the same permission and recorder as every upload.</summary>
internal sealed class UploadFormFunction(
    LinkGate gate,
    IEventStore record,
    UploadPermissions permissions,
    ISubmissionStore submissions,
    SubmissionRecorder recorder,
    RefusalRecorder refusals,
    CheckWait checks,
    UploadView view,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>The query that names the part.</summary>
    public const string PartQuery = "part";

    private const long MaxFile = 10 * 1024 * 1024;

    // Room for the multipart frame around the file.
    private const long MaxBody = MaxFile + 64 * 1024;

    /// <summary>Stores and records the file, then shows the page with what came of it.</summary>
    [Function(nameof(UploadFormFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        var arrived = clock.GetUtcNow();
        var (link, cycle) = held;
        var assignment = AssignmentId.Parse(link.Subject);
        // In the address, so that it is known of a file that is too large to be read.
        if (
            cycle.Plan.ReportType(assignment.ReportType).PartMeant(request.Query[PartQuery])
            is not { Code: var part }
        )
        {
            return Problems.Of(400, "bad-request", "Name the part of the report that is sent.");
        }
        var (file, fault) = await ReadAsync(request, cancellation);
        if (file is null)
        {
            var attempt = new RefusedAttempt(
                part,
                fault!,
                link.Person,
                FileName: null,
                request.ContentLength,
                Channel.Form,
                arrived
            );
            var known = await record.ReadAsync(assignment.Stream, cancellation);
            var refused = await refusals.RecordAsync(cycle, known, attempt, cancellation);
            return await view.ShowAsync(request, held, refused, cancellation);
        }
        var answer = await permissions.AskAsync(
            cycle,
            new PartId(assignment, part),
            link.Person,
            file.FileName,
            file.Length,
            Channel.Form,
            cancellation
        );
        if (answer is not UploadPermission.Granted granted)
        {
            if (answer is UploadPermission.Paused paused)
            {
                paused.Tell(request);
            }
            return await view.ShowAsync(request, held, answer, cancellation);
        }
        await using (var content = file.OpenReadStream())
        {
            await submissions.TryCreateAsync(granted.BlobName, content, cancellation);
        }
        var recorded = await recorder.RecordAsync(
            client,
            cycle,
            BlobName.Parse(granted.BlobName, null),
            Channel.Form,
            browserSha256: null,
            granted.Stream,
            cancellation
        );
        await checks.WaitAsync(recorded!.Stream, granted.BlobName, cancellation);
        return new SeeOther($"{request.Path}#part-{part}");
    }

    private static async Task<(IFormFile? File, Finding? Fault)> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    )
    {
        var tooLarge = new Finding("form-too-large", Severity.Error, [$"{MaxFile}"]);
        IFormFile? file;
        try
        {
            file = (await FormBody.ReadAsync(request, MaxBody, cancellation))?.Files["file"];
        }
        catch (BadHttpRequestException over)
            when (over.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, tooLarge);
        }
        return file switch
        {
            null or { FileName: "" } => (
                null,
                new Finding("upload-not-found", Severity.Blocker, [])
            ),
            { Length: > MaxFile } => (null, tooLarge),
            _ => (file, null),
        };
    }
}
