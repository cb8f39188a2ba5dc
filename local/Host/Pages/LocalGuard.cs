using Microsoft.AspNetCore.Http;

namespace ProgramReview.Local.Host.Pages;

/// <summary>Lets in only what was addressed to this machine, and commands only from its own pages.</summary>
internal static class LocalGuard
{
    private static readonly string[] Names = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>The middleware; it comes before everything else.</summary>
    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (!Names.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase))
        {
            // Another site may have pointed its name at this machine to read what stands here.
            return RefuseAsync(
                context,
                StatusCodes.Status421MisdirectedRequest,
                "This program answers at 127.0.0.1 and localhost only."
            );
        }

        return IsCommand(request) && !IsFromHere(request)
            ? RefuseAsync(
                context,
                StatusCodes.Status403Forbidden,
                "Only this machine's own pages may do that."
            )
            : next(context);
    }

    private static bool IsCommand(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && (
            request.Path.StartsWithSegments("/local") || request.Path.StartsWithSegments("/mailbox")
        );

    /// <summary>Browsers name the site that asks; a page that hides its address sends no usable origin, but the site still. Programs send neither.</summary>
    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || origin.Equals(
                $"{request.Scheme}://{request.Host}",
                StringComparison.OrdinalIgnoreCase
            );
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(why);
    }
}
