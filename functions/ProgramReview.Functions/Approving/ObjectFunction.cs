using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Takes an objection, with the act of a decision: no robot that follows links objects.</summary>
internal sealed class ObjectFunction(
    LinkGate gate,
    SecondSteps steps,
    ObjectionRecorder recorder,
    FormAnswers answers,
    LinkProblem problem,
    TimeProvider clock
)
{
    private const string Form = "objection";

    /// <summary>Records it and leads to the page that shows it, or the form again with what was typed.</summary>
    [Function(nameof(ObjectFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "o/{token}")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Objection, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        if (await FormBody.ReadAsync(request, cancellation) is not { } sent)
        {
            return Problems.Of(415, "form-expected", "Send the objection as the page's form does.");
        }
        var comment = HumanText.Clean(sent[ObjectionView.CommentField], lines: true);
        var refusal = await recorder.ObjectAsync(
            client,
            held.Cycle,
            ObjectionView.ObjectionOf(held, comment),
            steps.Of(held.Cycle.Plan.Plan).Read(request, held, sent, held.Link.Subject),
            cancellation
        );
        return refusal is null ? new SeeOther(request.Path)
            : !Problems.WantsPage(request)
                ? Problems.Of(new PageContext(Language.En, clock.GetUtcNow(), null), refusal)
            : await answers.LeadAsync(
                DecisionView.OwnerOf(held.Link),
                request.Path,
                new FormAnswer(
                    Form,
                    new Dictionary<string, string> { [ObjectionView.CommentField] = comment },
                    [refusal]
                ),
                cancellation
            );
    }
}
