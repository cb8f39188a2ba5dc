using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ProgramReview.Functions.Web.Access;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Serves stylesheet, script and fonts; a path's content never changes.</summary>
internal sealed class AssetFunction(AssetCatalog assets)
{
    /// <summary>Answers with the file.</summary>
    [Function(nameof(AssetFunction)), OpenTo(Audience.Everybody)]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{file}")]
            HttpRequest request,
        string file
    )
    {
        if (!assets.TryGet($"/assets/{file}", out var contentType, out var content))
        {
            return Results.NotFound();
        }
        request.HttpContext.Response.Headers.CacheControl = AssetCatalog.CacheControl;
        return Results.Bytes(content, contentType);
    }
}
