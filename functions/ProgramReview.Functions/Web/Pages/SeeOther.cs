using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Sends the browser to a page after a form was posted (303), so that a reload does not post again.</summary>
/// <param name="Path">A path of this site.</param>
public sealed record SeeOther(string Path) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Path;
        return Task.CompletedTask;
    }
}
