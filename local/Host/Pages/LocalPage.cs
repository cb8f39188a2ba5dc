using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The frame of the local host's own pages.</summary>
internal static class LocalPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>The middleware that tells a person at an unknown address where they are; programs get the empty answer of Functions.</summary>
    public static Task TellWhereNothingIsAsync(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint() is null
        && HttpMethods.IsGet(context.Request.Method)
        && Problems.WantsPage(context.Request)
            ? Show(
                    context,
                    "No page here",
                    $"""
                    <p>There is nothing at <code>{context.Request.Path.Value}</code> on this machine. A link that came by mail must be whole; look for it in the <a href="/mailbox">mailbox</a>.</p>
                    <p><a href="/">What runs here</a></p>
                    """,
                    StatusCodes.Status404NotFound
                )
                .ExecuteAsync(context)
            : next(context);

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
