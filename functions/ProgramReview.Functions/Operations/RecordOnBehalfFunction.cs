using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Records a report that came on paper or by mail: the evidence file, when it arrived, who says so and why. It goes through the one recorder;
/// the same form again finishes what a crash left undone.
/// </summary>
internal sealed class RecordOnBehalfFunction(
    Cycles cycles,
    AssignmentCommandHandler handler,
    IPermissionIndex permissions,
    ISubmissionStore submissions,
    SubmissionRecorder recorder,
    StoryView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Stores and records it: 200 with the receipt's number, 409 or 422 with the reason; a form gets the story page.</summary>
    [Function(nameof(RecordOnBehalfFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/cycles/{cycle}/assignments/{assignment}/record"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cycle,
        string assignment,
        CancellationToken cancellation
    )
    {
        var isPage = Problems.WantsPage(request);
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || !AssignmentId.TryParse(assignment, null, out var about)
            || !running.Plan.Assignments.Contains(about)
        )
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status404NotFound)
                : Problems.Of(404, "not-found", "There is no such cycle or assignment.");
        }
        var form = await EvidenceForm.ReadAsync(
            request,
            running.Plan.Zone,
            running.Plan.Body(about.Body).Contacts[0].Id,
            AccessMiddleware.OperatorOf(request),
            cancellation
        );
        if (form is null)
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status400BadRequest)
                : Problems.Of(400, "bad-request", "Send a multipart form with the evidence file.");
        }
        var answer = form.Command is null
            ? new CommandAnswer.Refused(form.Fault!)
            : await handler.RunAsync(
                client,
                running,
                about,
                form.Draft.Id,
                form.Command,
                cancellation
            );
        if (answer is CommandAnswer.Refused refused)
        {
            return isPage
                ? await view.ShowAsync(
                    running,
                    about,
                    mayDecide: true,
                    new CommandAttempt(null, form.Draft, refused.Why),
                    cancellation
                )
                : RefusalText.Problem(
                    new PageContext(
                        running.Plan.Plan.Operations.Language,
                        clock.GetUtcNow(),
                        running.Plan
                    ),
                    refused.Why
                );
        }
        var entry = await StoreAsync(client, about, (CommandAnswer.Done)answer, form, cancellation);
        return isPage
            ? new SeeOther($"/status/{id}/story/{about}")
            : Results.Json(new { entry = ReceiptNumber.Of(entry), recordedAt = entry.RecordedAt });
    }

    private async Task<Entry> StoreAsync(
        DurableTaskClient client,
        AssignmentId assignment,
        CommandAnswer.Done done,
        EvidenceForm form,
        CancellationToken cancellation
    )
    {
        if (done.Entry.Event is not AssignmentEvent.UploadPermitted permitted)
        {
            return done.Entry;
        }
        await permissions.AddAsync(
            new OutstandingPermission(assignment, permitted.BlobName, permitted.Expires),
            cancellation
        );
        await using (var content = form.File!.OpenReadStream())
        {
            await submissions.TryCreateAsync(permitted.BlobName, content, cancellation);
        }
        return await recorder.RecordAsync(
                client,
                permitted.BlobName,
                Channel.Operations,
                cancellation
            ) ?? done.Entry;
    }
}
