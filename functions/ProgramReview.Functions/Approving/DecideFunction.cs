using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
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
    FormAnswers answers,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Records the answer and leads to the page that shows it, or the form again with everything entered.</summary>
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
        var link = held.Link;
        var form = PostedDecision.Read(sent);
        var refusals = form.Problems(tokens.ConfirmationOf(link.Id, form.DossierHash));
        if (
            refusals.Count == 0
            && await RecordAsync(client, held, form, cancellation) is { } refusal
        )
        {
            refusals = [refusal];
        }
        return !Problems.WantsPage(request) && refusals is [var first, ..]
                ? Problems.Of(new PageContext(Language.En, clock.GetUtcNow(), null), first)
            : refusals.Count == 0 ? new SeeOther(request.Path)
            : await answers.LeadAsync(
                DecisionView.OwnerOf(link),
                request.Path,
                new FormAnswer(PostedDecision.Form, form.Values, refusals),
                cancellation
            );
    }

    private async Task<Refusal?> RecordAsync(
        DurableTaskClient client,
        HeldLink held,
        PostedDecision form,
        CancellationToken cancellation
    )
    {
        var (seat, person) = (DecisionView.SeatOf(held), held.Link.Person);
        return await recorder.DecideAsync(
            client,
            held.Cycle,
            new CycleEvent.Decided(
                DecisionView.RoundOf(held.Link),
                form.DossierHash,
                seat,
                form.Draft.Verdict!.Value,
                form.Draft.Comment,
                form.Draft.Reopen
            )
            {
                Person = person == seat ? null : person,
            },
            cancellation
        );
    }
}
