using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Pages;

namespace ProgramReview.Functions.Links;

/// <summary>The one neutral answer to a token that opens nothing: no hint whether it is unknown, revoked or expired.</summary>
public sealed class LinkProblem(PageRenderer renderer, TimeProvider clock)
{
    /// <summary>The page with the offer of a fresh link; a problem to programs.</summary>
    public async Task<IResult> AnswerAsync(HttpRequest request, string token) =>
        Problems.WantsPage(request) || HttpMethods.IsGet(request.Method)
            ? await ShowAsync(token, isRequested: false, StatusCodes.Status404NotFound)
            : Problems.Of(
                404,
                "link-not-open",
                "This link opens nothing. Ask for a fresh one on its page."
            );

    /// <summary>The page, after a fresh link was asked for or before.</summary>
    public async Task<IResult> ShowAsync(string token, bool isRequested, int status)
    {
        var context = new PageContext(Language.Vi, clock.GetUtcNow(), null);
        var model = new LinkProblemPageModel(
            context,
            $"/links/{Uri.EscapeDataString(token)}",
            isRequested
        );
        return new PageResult(await renderer.RenderAsync<LinkProblemPage>(model), status);
    }
}
