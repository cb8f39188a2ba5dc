using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Requesting;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Functions.Status;

/// <summary>The first page: tells whoever comes what runs here and where to look as whom.</summary>
internal sealed class HomePageFunction(HomeView view)
{
    /// <summary>Answers with the page.</summary>
    // The Functions host takes an empty route for the function's name, and the worker refuses "/": a part that is never there is the root.
    [Function(nameof(HomePageFunction)), OpenTo(Audience.Everybody)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            "head",
            Route = "{nothing:maxlength(0)?}"
        )]
            HttpRequest request,
        CancellationToken cancellation
    ) =>
        await view.ShowAsync(
            request,
            isLinkAsked: request.Query.ContainsKey(LostLinkFunction.Asked),
            cancellation
        );
}
