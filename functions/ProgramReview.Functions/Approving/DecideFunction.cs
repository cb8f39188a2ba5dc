using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// Takes an approver's answer. It must carry the number that only a reader of the page can know, and name the dossier that was read.
/// </summary>
internal sealed class DecideFunction(
    LinkGate gate,
    LinkTokens tokens,
    DecisionRecorder recorder,
    DecisionView view,
    LinkProblem problem
)
{
    /// <summary>Records the answer and shows it, or shows the form again with everything entered.</summary>
    [Function(nameof(DecideFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{token}")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Decide, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        if (await FormBody.ReadAsync(request, cancellation) is not { } sent)
        {
            return Problems.Of(415, "form-expected", "Send the decision as the page's form does.");
        }
        var (link, cycle) = held;
        var form = PostedDecision.Read(sent);
        var expected = tokens.ConfirmationOf(link.Id, form.DossierHash);
        if (form.Problems(expected) is { Count: > 0 } problems)
        {
            return await view.ShowAsync(held, form.Draft, problems, cancellation);
        }
        var decision = new CycleEvent.Decided(
            DecisionView.RoundOf(link),
            form.DossierHash,
            link.Person,
            form.Draft.Verdict!.Value,
            form.Draft.Comment,
            form.Draft.Reopen
        );
        return await recorder.DecideAsync(client, cycle, decision, cancellation) switch
        {
            null or "decision-already-made" or "decision-round-over" => new SeeOther(request.Path),
            "decision-dossier-replaced" => await view.ShowAsync(
                held,
                form.Draft,
                [DecisionProblem.StaleDossier],
                cancellation
            ),
            var code => Problems.Of(422, code, "The decision was not taken."),
        };
    }
}
