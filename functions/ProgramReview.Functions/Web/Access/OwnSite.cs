using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Access;

/// <summary>
/// Tells requests of the product's own pages from those of other sites. The staff are recognised by ambient means (a session, the
/// loopback), which other sites could ride on.
/// </summary>
/// <param name="address">Where people reach the product, or null if the settings do not say.</param>
/// <param name="isDevelopment">Whether the product runs for its developers, who reach it where they please.</param>
internal sealed class OwnSite(Uri? address, bool isDevelopment)
{
    // In Azure a proxy stands between browser and app: neither the scheme nor the host that arrive here need be those in the browser.
    private readonly bool believesHost = isDevelopment || address is { IsLoopback: true };

    /// <summary>Whether a page of another site sent the request.</summary>
    // Browsers say where a request comes from; with no-referrer their Origin is "null" even from our own pages, so it is asked only
    // where they do not.
    public bool IsForeign(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" or "none" => false,
            "" => request.Headers.Origin.ToString() is { Length: > 0 } origin
                && !IsOwn(origin)
                && !(believesHost && AreSame(origin, $"{request.Scheme}://{request.Host}")),
            _ => true,
        };

    private bool IsOwn(string origin) =>
        address is not null && AreSame(origin, address.GetLeftPart(UriPartial.Authority));

    private static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
