using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ProgramReview.Functions.Rendering;

/// <summary>Answers with a kept rendering, or a range of it.</summary>
/// <param name="File">The rendering.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsPublic">Whether caches may keep it.</param>
/// <param name="OpenAsync">Opens it.</param>
internal sealed record RenderingDownload(
    RenderedFile File,
    string Name,
    bool IsPublic,
    Func<CancellationToken, Task<Stream>> OpenAsync
) : IResult
{
    /// <summary>Writes headers and bytes; to HEAD the same without the bytes.</summary>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (IsPublic)
        {
            httpContext.Response.Headers.CacheControl = "no-cache";
        }
        await Results
            .Stream(
                await OpenAsync(httpContext.RequestAborted),
                File.ContentType,
                Name,
                entityTag: new EntityTagHeaderValue($"\"{File.Sha256}\""),
                enableRangeProcessing: true
            )
            .ExecuteAsync(httpContext);
    }
}
