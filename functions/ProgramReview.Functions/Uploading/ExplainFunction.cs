using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>Takes the sentence with which a body answers a query, from the page's form or as JSON.</summary>
internal sealed class ExplainFunction(
    LinkGate gate,
    ExplanationRecorder explanations,
    LinkAddresses addresses,
    LinkProblem problem,
    TimeProvider clock
)
{
    // Room for the longest text in the widest encoding of a form.
    private const long MaxBody = 64 * 1024;

    /// <summary>Records it, then shows the page; a program gets the number of the entry.</summary>
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
        var form = await FormBody.ReadAsync(request, MaxBody, cancellation);
        var told = form is null
            ? await JsonBody.ReadAsync<Told>(request, MaxBody, cancellation)
            : new Told(form["finding"], form["text"]);
        if (told is not { Finding.Length: > 0 })
        {
            return Problems.Of(
                400,
                "bad-request",
                "Name the finding, and the text that explains it."
            );
        }
        var assignment = AssignmentId.Parse(held.Link.Subject);
        var (recorded, why) = await explanations.RecordAsync(
            client,
            held.Cycle,
            assignment,
            held.Link.Person,
            told.Finding,
            told.Text ?? "",
            cancellation
        );
        if (why is not null)
        {
            var page = held.Page(request, clock.GetUtcNow());
            return Problems.Of(
                why.Kind == RefusalKind.Unfit ? 422 : 409,
                why.Code,
                RefusalText.Show(page, why)
            );
        }
        var entry = recorded!.Entry;
        return form is null
            ? Results.Json(new { entry = entry.Sequence })
            : new SeeOther(
                $"{addresses.Of(LinkPurpose.Upload, held.Link.Id).AbsolutePath}#part-{((AssignmentEvent.Explained)entry.Event).Part}"
            );
    }

    private sealed record Told(string? Finding, string? Text);
}
