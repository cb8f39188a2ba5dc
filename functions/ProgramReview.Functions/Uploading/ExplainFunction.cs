using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Takes a body's answer to a query, from the page's form or as JSON.</summary>
internal sealed class ExplainFunction(
    LinkGate gate,
    ExplanationRecorder recorder,
    FormAnswers answers,
    LinkAddresses addresses,
    LinkProblem problem,
    TimeProvider clock
)
{
    /// <summary>Leads a browser back to the query with what came of it; programs get 200, or the problem.</summary>
    [Function(nameof(ExplainFunction)), OpenTo(Audience.LinkHolders)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "u/{token}/explain")]
            HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string token,
        CancellationToken cancellation
    )
    {
        if (await gate.OpenAsync(token, LinkPurpose.Upload, cancellation) is not { } held)
        {
            return await problem.AnswerAsync(request, token);
        }
        if (await ReadAsync(request, cancellation) is not { } posted)
        {
            return Problems.Of(400, "bad-request", "Send finding and text, as JSON or as a form.");
        }
        var (recorded, why) = await recorder.RecordAsync(
            client,
            held.Cycle,
            AssignmentId.Parse(held.Link.Subject),
            held.Link.Person,
            posted.Part.Length > 0 ? posted.Part : null,
            posted.Query,
            posted.Text,
            cancellation
        );
        return Problems.WantsPage(request)
                ? await answers.LeadAsync(
                    PostedExplanation.OwnerOf(held.Link),
                    addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath,
                    why is null ? posted.Answered() : posted.Answered(why),
                    PostedExplanation.PlaceOf(posted.Part, posted.Query),
                    cancellation
                )
            : why is null ? Results.Json(new { entry = recorded!.Entry.Sequence })
            : Problems.Of(held.Page(request, clock.GetUtcNow()), why);
    }

    private static async Task<PostedExplanation?> ReadAsync(
        HttpRequest request,
        CancellationToken cancellation
    ) =>
        await FormBody.ReadAsync(request, cancellation) is { } form ? PostedExplanation.Read(form)
        : await JsonBody.ReadAsync<Sent>(request, cancellation) is { } sent
            ? PostedExplanation.Read(sent.Part, sent.Finding, sent.Text)
        : null;

    private sealed record Sent(string? Part, string? Finding, string? Text);
}
