using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The frame of the local host's own pages.</summary>
internal static class LocalPage
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>The language of whoever asks, chosen as on the product's pages.</summary>
    public static Language LanguageOf(HttpRequest request) =>
        LanguageChoice.Of(request) ?? Language.Vi;

    /// <summary>The middleware that tells a person at an unknown address where they are; programs get the empty answer of Functions.</summary>
    public static Task TellWhereNothingIsAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.GetEndpoint() is not null
            || !HttpMethods.IsGet(context.Request.Method)
            || !Problems.WantsPage(context.Request)
        )
        {
            return next(context);
        }
        var language = LanguageOf(context.Request);
        return Show(
                context,
                LocalText.NoPage.In(language),
                $"""
                <p>{LocalText.NoPageAt.In(language)} <code>{context.Request.Path.Value}</code></p>
                <p>{LocalText.NoPageHint.In(language)}</p>
                <p><a href="/">{LocalText.FirstPage.In(
                    language
                )}</a> · <a href="/mailbox">{LocalText.Mailbox.In(language)}</a></p>
                """,
                StatusCodes.Status404NotFound
            )
            .ExecuteAsync(context);
    }

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
        context.Response.Headers.Vary = "Cookie";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        var language = LanguageOf(context.Request);
        Markup page = $"""
            <!doctype html>
            <html lang="{LanguageTags.TagOf(language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="stylesheet" href="/local/local.css">
            </head>
            <body>
            <header class="local-head">
            <nav><a href="/">{LocalText.FirstPage.In(
                language
            )}</a> <a href="/mailbox">{LocalText.Mailbox.In(language)}</a></nav>
            {Languages(context.Request, language)}
            </header>
            <main>
            <h1>{title}</h1>
            {body}
            </main>
            </body>
            </html>
            """;
        return Results.Content(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    // The same form as in the frame of the product's pages, which remembers the choice for both.
    private static Markup Languages(HttpRequest request, Language chosen)
    {
        var buttons = Markup.Join(
            Enum.GetValues<Language>()
                .Select(language =>
                {
                    Markup current =
                        language == chosen ? (Markup)$""" aria-current="true" """ : $"";
                    return (Markup)
                        $"""<button name="{LanguageChoice.Name}" value="{LanguageTags.TagOf(language)}" lang="{LanguageTags.TagOf(language)}"{current}>{Text.Word(language, language)}</button> """;
                })
        );
        return $"""
            <form class="languages" method="post" action="{LanguageChoice.Path}" aria-label="{LocalText.PageLanguage.In(
                chosen
            )}">
            <input type="hidden" name="{LanguageChoice.BackField}" value="{LanguageChoice.WayBackTo(
                request
            )}">
            {buttons}
            </form>
            """;
    }
}
