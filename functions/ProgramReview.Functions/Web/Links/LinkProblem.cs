using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Links;

/// <summary>The one neutral answer to a token that opens nothing: no hint whether it is unknown, revoked or expired.</summary>
public sealed class LinkProblem(LinkGate gate, PageRenderer renderer, TimeProvider clock)
{
    /// <summary>The page with the offer of a fresh link; a problem to programs.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, string token)
    {
        var isPage = Problems.WantsPage(request) || HttpMethods.IsGet(request.Method);
        var cancellation = request.HttpContext.RequestAborted;
        if (
            await gate.FindAsync(token, cancellation) is { } link
            && await gate.ReadAsync(link, cancellation) is { HasPassedOn: true } passed
        )
        {
            return await PassedAsync(request, passed, isPage);
        }
        return isPage
            ? await ShowAsync(request, token, isRequested: false, StatusCodes.Status404NotFound)
            : Problems.Of(
                404,
                "link-not-open",
                "This link opens nothing. Ask for a fresh one on its page."
            );
    }

    /// <summary>The page, after a fresh link was asked for or before.</summary>
    public async Task<IResult> ShowAsync(
        HttpRequest request,
        string token,
        bool isRequested,
        int status
    )
    {
        var context = Problems.ReaderOf(request, clock.GetUtcNow());
        var model = new LinkProblemPageModel(
            context,
            $"/links/{Uri.EscapeDataString(token)}",
            isRequested
        );
        return new PageResult(await renderer.RenderAsync<LinkProblemPage>(model), status);
    }

    // Whoever holds a genuine link may know that it was theirs, and must not wait for a fresh one that never comes.
    private async Task<IResult> PassedAsync(HttpRequest request, HeldLink passed, bool isPage) =>
        isPage
            ? new PageResult(
                await renderer.RenderAsync<LinkPassedPage>(
                    new LinkPassedPageModel(
                        passed.Page(request, clock.GetUtcNow()),
                        passed.Link.Purpose == LinkPurpose.Upload
                            ? AssignmentId.Parse(passed.Link.Subject).Body
                            : null
                    )
                ),
                StatusCodes.Status410Gone
            )
            : Problems.Of(
                StatusCodes.Status410Gone,
                "link-passed-on",
                "What this link is about has passed to another person, who has a link of their own."
            );
}
