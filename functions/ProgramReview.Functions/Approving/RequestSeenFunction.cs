using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>
/// Lets an approver confirm that the request has reached them. It decides nothing, so the digits of the page are enough: they show that it was read.
/// </summary>
internal sealed class RequestSeenFunction(
    LinkGate gate,
    DigitsStep digits,
    FormAnswers answers,
    TimeProvider clock,
    RequestSeenRecorder recorder,
    LinkAddresses addresses,
    LinkProblem problem
)
{
    /// <summary>Notes it and leads back to the page.</summary>
    [Function(nameof(RequestSeenFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a/{token}/seen")]
            HttpRequest request,
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
            return Problems.Of(415, "form-expected", "Send what the page's form does.");
        }
        var page = addresses.Of(LinkPurpose.Decide, held.Link.Id).AbsolutePath;
        var hash = held.Cycle.State.Round(DecisionView.RoundOf(held.Link))!.DossierHash;
        if (
            digits.Read(request, held, sent, hash).Refuse(held.Cycle.State, clock.GetUtcNow()) is
            { } why
        )
        {
            return await answers.LeadAsync(
                DecisionView.OwnerOf(held.Link),
                page,
                new FormAnswer("seen", new Dictionary<string, string>(), [why]),
                cancellation
            );
        }
        await recorder.NoteAsync(held, cancellation);
        return new SeeOther(page);
    }
}
