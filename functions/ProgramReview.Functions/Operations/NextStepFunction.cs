using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Takes a person's choice after an expired round; the first choice stands.</summary>
internal sealed class NextStepFunction(
    Cycles cycles,
    Recorder recorder,
    StatusView view,
    PageRenderer renderer,
    Problems problems
)
{
    /// <summary>Records the choice and wakes the cycle.</summary>
    [Function(nameof(NextStepFunction))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{cycle}/next-step")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string cycle,
        CancellationToken cancellation
    )
    {
        if (
            !CycleId.TryParse(cycle, null, out var id)
            || await cycles.FindAsync(id, cancellation) is not { } running
        )
        {
            return await problems.PageAsync(StatusCodes.Status404NotFound);
        }
        if (await FormBody.ReadAsync(request, cancellation) is not { } sent)
        {
            return await problems.PageAsync(StatusCodes.Status400BadRequest);
        }
        var form = Read(sent, id);
        if (form.Step is not { } step || form.By.Length == 0 || form.Reason.Length == 0)
        {
            var model = await view.ModelAsync(
                running,
                request.Query,
                form with
                {
                    IsIncomplete = true,
                },
                cancellation
            );
            return new PageResult(
                await renderer.RenderAsync<StatusPage>(model),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        var by = $"{form.By} ({AccessMiddleware.OperatorOf(request)})";
        await recorder.WriteAsync(
            id.Stream,
            FormattableString.Invariant($"next-step-{form.AfterRound}"),
            entries =>
                CycleState.Of(entries) is { CurrentRound: { Outcome: RoundOutcome.Expired } round }
                && round.Number == form.AfterRound
                    ? new CycleEvent.NextStepChosen(form.AfterRound, step, by, form.Reason)
                    : null,
            cancellation
        );
        await client.WakeAsync(id.InstanceId, cancellation);
        return new SeeOther($"/status/{id}");
    }

    private static NextStepForm Read(IFormCollection form, CycleId cycle) =>
        new(
            $"/api/cycles/{cycle}/next-step",
            int.TryParse(form["afterRound"], out var round) ? round : 0,
            Enum.TryParse<NextStep>(form["step"], ignoreCase: true, out var step)
            && Enum.IsDefined(step)
                ? step
                : null,
            form["by"].ToString().Trim(),
            form["reason"].ToString().Trim()
        );
}
