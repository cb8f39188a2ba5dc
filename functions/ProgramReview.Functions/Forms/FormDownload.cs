using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ProgramReview.Functions.Forms;

/// <summary>Answers with a file under a name in every letter, and in plain ones for programs that know no other.</summary>
/// <param name="Name">The name.</param>
/// <param name="PlainName">The plain name.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="WriteAsync">Makes it and writes it to whoever fetches it.</param>
internal sealed record FormDownload(
    string Name,
    string PlainName,
    string ContentType,
    Func<Stream, CancellationToken, Task> WriteAsync
) : IResult
{
    /// <summary>Writes headers and file; to HEAD the same without the file.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = PlainName,
            FileNameStar = Name,
        }.ToString();
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : WriteAsync(response.Body, httpContext.RequestAborted);
    }
}
