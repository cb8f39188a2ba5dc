using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Operations;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Shows operations where a cycle stands.</summary>
internal sealed class StatusPageFunction(
    Cycles cycles,
    StatusView view,
    PageRenderer renderer,
    FormAnswers answers,
    AudienceTable audiences,
    Problems problems
)
{
    /// <summary>Answers with the page.</summary>
    [Function(nameof(StatusPageFunction)), OpenTo(Audience.Viewers)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "status/{cycle}")]
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
            return await problems.PageAsync(request, StatusCodes.Status404NotFound);
        }
        var member = AccessMiddleware.StaffOf(request);
        var model = await view.ModelAsync(
            running,
            request,
            await answers.FindAsync(request, member.Owner, cancellation),
            cancellation
        );
        return new PageResult(
            await renderer.RenderAsync<StatusPage>(
                (
                    model with
                    {
                        Commands = WithReach(model),
                        Orders = await OrderAtWork.OfAsync(client, running, cancellation),
                    }
                ).For(member.Role, audiences)
            )
        );
    }

    // Whoever lets letters go out again sees first how many.
    private static CommandFormsModel? WithReach(StatusPageModel model) =>
        model.Commands is { } forms
            ? forms with
            {
                Reach = new Dictionary<string, int>
                {
                    [Command.Resend.Name] = model
                        .Alarms.Where(group =>
                            group.Kind
                                is StatusAlarmKind.MailRefused
                                    or StatusAlarmKind.SenderRefused
                        )
                        .Sum(group => group.Count),
                },
            }
            : null;
}
