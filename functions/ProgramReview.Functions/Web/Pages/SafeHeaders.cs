using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>The headers of every answer; whoever answers says only what is different.</summary>
internal static class SafeHeaders
{
    // For downloads and answers to programs; a page brings its own policy.
    private const string Nothing = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Adds what was not said: kept by nobody, found by nobody, run by nobody.</summary>
    public static void Complete(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = Nothing;
        }
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }
    }
}
