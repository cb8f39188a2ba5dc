using Microsoft.AspNetCore.Http;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The frame of the local host's own pages.</summary>
internal static class LocalPage
{
    private const string Policy =
        "default-src 'self'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'";

    /// <summary>A whole page as the answer to a request.</summary>
    public static IResult Show(
        HttpContext context,
        string title,
        Markup body,
        int status = StatusCodes.Status200OK
    )
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        Markup page = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="stylesheet" href="/local/local.css">
            </head>
            <body>
            <header class="local-head"><a href="/">This machine</a> <a href="/mailbox">Mailbox</a></header>
            <main>
            <h1>{title}</h1>
            {body}
            </main>
            </body>
            </html>
            """;
        return Results.Content(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }
}
