using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Takes a command of operations about a whole cycle (<c>stop</c>, <c>retry</c>, <c>declare-outage</c>, <c>erase-contact</c>), from a form or as JSON.</summary>
internal sealed class CycleCommandFunction(
    Cycles cycles,
    CycleCommandHandler handler,
    OutageHandler outages,
    EraseHandler erasures,
    StatusView view,
    PageRenderer renderer,
    Problems problems,
    TimeProvider clock
)
{
    /// <summary>Carries it out: 200 with the entry, 409 or 422 with the reason; a form gets the status page either way.</summary>
    [Function(nameof(CycleCommandFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/cycles/{cycle}/commands/{command}"
        )]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cycle,
        string command,
        CancellationToken cancellation
    )
    {
        var isPage = Problems.WantsPage(request);
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
            || command is not ("stop" or "retry" or "declare-outage" or "erase-contact")
        )
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status404NotFound)
                : Problems.Of(404, "not-found", "There is no such cycle or command.");
        }
        if (await PostedCommand.ReadAsync(request, cancellation) is not { } draft)
        {
            return isPage
                ? await problems.PageAsync(StatusCodes.Status400BadRequest)
                : Problems.Of(400, "bad-request", "Send a form or JSON with id and reason.");
        }
        var person = draft.Person(AccessMiddleware.OperatorOf(request));
        var answer = (command, Code.IsValid(draft.Id)) switch
        {
            (_, false) => new CommandAnswer.Refused(new Refusal("field-missing")),
            ("stop", _) => await handler.StopAsync(
                client,
                running,
                person,
                draft.Reason,
                cancellation
            ),
            ("declare-outage", _) => await DeclareAsync(
                client,
                running,
                draft,
                person,
                cancellation
            ),
            ("erase-contact", _) => await erasures.RunAsync(
                running,
                draft.Id,
                new(draft.Target, person, draft.Reason),
                cancellation
            ),
            _ => await handler.RetryAsync(
                client,
                running,
                draft.Id,
                new(draft.Target, person, draft.Reason),
                cancellation
            ),
        };
        return answer switch
        {
            CommandAnswer.Done when isPage => new SeeOther($"/status/{id}"),
            CommandAnswer.Done done => Results.Json(
                new { entry = ReceiptNumber.Of(done.Entry), recordedAt = done.Entry.RecordedAt }
            ),
            CommandAnswer.Refused refused when isPage => await PageAsync(
                request,
                running,
                command,
                draft,
                refused.Why,
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

    private async Task<CommandAnswer> DeclareAsync(
        DurableTaskClient client,
        RunningCycle running,
        CommandDraft draft,
        string person,
        CancellationToken cancellation
    )
    {
        var zone = running.Plan.Zone;
        if (draft.From.Length == 0 || draft.To.Length == 0)
        {
            return new CommandAnswer.Refused(new Refusal("field-missing"));
        }
        return
            LocalInstant.TryRead(draft.From, zone, out var from)
            && LocalInstant.TryRead(draft.To, zone, out var to)
            ? await outages.DeclareAsync(
                client,
                running,
                draft.Id,
                new OutageWindow(from.Show(zone), to.Show(zone)),
                person,
                draft.Reason,
                cancellation
            )
            : new CommandAnswer.Refused(new Refusal("time-unclear"));
    }

    private async Task<PageResult> PageAsync(
        HttpRequest request,
        RunningCycle running,
        string command,
        CommandDraft draft,
        Refusal refusal,
        CancellationToken cancellation
    )
    {
        var model = await view.ModelAsync(running, request.Query, form: null, cancellation);
        model = model with
        {
            Commands = model.Commands! with
            {
                Draft = draft with { Id = model.Commands.Draft.Id },
                Tried = command,
                Refusal = refusal,
            },
        };
        return new PageResult(
            await renderer.RenderAsync<StatusPage>(model),
            RefusalText.StatusOf(refusal)
        );
    }
}
