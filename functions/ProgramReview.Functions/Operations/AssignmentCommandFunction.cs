using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Takes a command of operations about one assignment, from a form or as JSON.</summary>
internal sealed class AssignmentCommandFunction(
    Cycles cycles,
    AssignmentCommandHandler handler,
    StoryView view,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Carries it out: 200 with the entry, 409 or 422 with the reason; a form gets the story page either way.</summary>
    [Function(nameof(AssignmentCommandFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/cycles/{cycle}/assignments/{assignment}/commands/{command}"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cycle,
        string assignment,
        string command,
        CancellationToken cancellation
    )
    {
        var isPage = Problems.WantsPage(request);
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || !AssignmentId.TryParse(assignment, null, out var about)
            || !running.Plan.Assignments.Contains(about)
            || CommandSlug.Find(command) is not { } kind
        )
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status404NotFound)
                : Problems.Of(404, "not-found", "There is no such cycle, assignment or command.");
        }
        if (await PostedCommand.ReadAsync(request, cancellation) is not { } draft)
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status400BadRequest)
                : Problems.Of(400, "bad-request", "Send a form or JSON with id and reason.");
        }
        var person = draft.Person(AccessMiddleware.OperatorOf(request));
        var (read, unread) = CommandReader.Read(kind, draft, running.Plan.Zone, person);
        var answer = read is null
            ? new CommandAnswer.Refused(unread!)
            : await handler.RunAsync(client, running, about, draft.Id, read, cancellation);
        return answer switch
        {
            CommandAnswer.Done when isPage => new SeeOther($"/status/{id}/story/{about}"),
            CommandAnswer.Done done => Results.Json(
                new { entry = ReceiptNumber.Of(done.Entry), recordedAt = done.Entry.RecordedAt }
            ),
            CommandAnswer.Refused refused when isPage => await view.ShowAsync(
                running,
                about,
                mayDecide: true,
                new CommandAttempt(kind, draft, refused.Why),
                cancellation
            ),
            CommandAnswer.Refused refused => RefusalText.Problem(
                new PageContext(
                    running.Plan.Plan.Operations.Language,
                    clock.GetUtcNow(),
                    running.Plan
                ),
                refused.Why
            ),
            _ => throw new InvalidOperationException("An answer of no known kind."),
        };
    }
}
