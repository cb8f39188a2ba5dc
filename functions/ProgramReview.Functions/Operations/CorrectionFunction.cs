using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>
/// Takes a correction of an earlier entry, from a form or as JSON: <c>id</c>, <c>entry</c>, <c>text</c>, <c>reason</c>, <c>by</c>, and
/// <c>assignment</c> unless it is about the cycle itself.
/// </summary>
internal sealed class CorrectionFunction(
    Cycles cycles,
    CorrectionHandler handler,
    StoryView view,
    Problems problems
)
{
    private const int LongestId = 80;

    /// <summary>Writes it down: 200 with the entry, 422 with the reason; a form gets the story page either way.</summary>
    [Function(nameof(CorrectionFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/cycles/{cycle}/corrections"
        )]
            HttpRequest request,
        string cycle,
        CancellationToken cancellation
    )
    {
        var isPage = Problems.WantsPage(request);
        if (await ReadAsync(request, cancellation) is not { Id.Length: > 0 and <= LongestId } sent)
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status400BadRequest)
                : Problems.Of(
                    400,
                    "bad-request",
                    "Send a form or JSON with id, entry, text and reason."
                );
        }
        AssignmentId? about = null;
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || (
                !string.IsNullOrEmpty(sent.Assignment)
                && (
                    !AssignmentId.TryParse(sent.Assignment, null, out about)
                    || !running.Plan.Assignments.Contains(about)
                )
            )
        )
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status404NotFound)
                : Problems.Of(404, "not-found", "There is no such cycle or assignment.");
        }
        var by = new CommandDraft(sent.Id, sent.By ?? "").Person(
            AccessMiddleware.OperatorOf(request)
        );
        var (entry, problem) = await handler.WriteAsync(
            id,
            about,
            sent.Id,
            new Correction(Number(sent.Entry), sent.Text ?? "", by, sent.Reason ?? ""),
            cancellation
        );
        return (entry, isPage) switch
        {
            ({ }, true) => new SeeOther($"/status/{id}/story/{about}".TrimEnd('/')),
            ({ } written, false) => Results.Json(
                new { entry = ReceiptNumber.Of(written), recordedAt = written.RecordedAt }
            ),
            (null, true) => await view.ShowAsync(
                running,
                about,
                mayDecide: true,
                attempt: null,
                cancellation,
                sent.ToDraft(problem!.Value)
            ),
            (null, false) => Problems.Of(
                StatusCodes.Status422UnprocessableEntity,
                Text.Key(problem!.Value).Replace("problem.", "", StringComparison.Ordinal),
                Text.Word(Core.Planning.Language.En, problem.Value)
            ),
        };
    }

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static async Task<Sent?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    ) =>
        await FormBody.ReadAsync(request, cancellation) is { } form
            ? new Sent(
                form["id"],
                form["assignment"],
                form["entry"],
                form["text"].ToString().Trim(),
                form["by"].ToString().Trim(),
                form["reason"].ToString().Trim()
            )
            : await JsonBody.ReadAsync<Sent>(request, cancellation);

    private sealed record Sent(
        string? Id,
        string? Assignment,
        string? Entry,
        string? Text,
        string? By,
        string? Reason
    )
    {
        public CorrectionDraft ToDraft(CorrectionProblem problem) =>
            new(Id ?? "", Entry ?? "", Text ?? "", By ?? "", Reason ?? "", problem);
    }
}
