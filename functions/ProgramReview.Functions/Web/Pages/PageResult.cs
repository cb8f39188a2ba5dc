using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Answers with a page, and with the headers that keep it to itself.</summary>
/// <param name="Html">The whole document.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="StorageOrigin">The origin the upload script may write to, or null.</param>
/// <param name="IsPublic">Whether it may be kept by caches and search engines: published dossiers only.</param>
public sealed record PageResult(
    string Html,
    int Status = StatusCodes.Status200OK,
    Uri? StorageOrigin = null,
    bool IsPublic = false
) : IResult
{
    /// <summary>Writes status, headers and the document; to HEAD the same without the document.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy(StorageOrigin);
        // The same address reads differently to whoever chose another language.
        response.Headers.Vary = "Cookie";
        if (IsPublic)
        {
            response.Headers.CacheControl = "no-cache";
        }
        SafeHeaders.Complete(response.Headers);

        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.WriteAsync(Html, httpContext.RequestAborted);
    }

    /// <summary>The content security policy of a page: nothing from elsewhere, nothing inline.</summary>
    /// <param name="storageOrigin">The origin the upload script may write to, or null.</param>
    public static string Policy(Uri? storageOrigin)
    {
        var connect = storageOrigin is null
            ? "'self'"
            : $"'self' {storageOrigin.GetLeftPart(UriPartial.Authority)}";
        return "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + $"img-src 'self' data:; connect-src {connect}; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";
    }
}
