using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProgramReview.Local.Host.Functions;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The first page of the local host: where everything is.</summary>
internal static class LocalIndex
{
    /// <summary>Adds the page at the root.</summary>
    public static void Map(
        IEndpointRouteBuilder endpoints,
        ClockControl control,
        IReadOnlyList<LocalFunction> functions
    )
    {
        var pages = functions
            .Select(function => function.Trigger)
            .OfType<FunctionTrigger.Http>()
            .Where(http =>
                http.Route.Parameters.Count == 0
                && (http.Methods.Count == 0 || http.Methods.Contains("GET"))
                && http.Route.PathSegments.Count > 0
            )
            .Select(http => http.Route.RawText!)
            .Order(StringComparer.Ordinal)
            .ToArray();
        endpoints.MapGet("/", (HttpContext context) => Show(context, control, pages)).WithOrder(-1);
    }

    private static string Title(string route)
    {
        var name = route.Trim('/');
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private static IResult Show(
        HttpContext context,
        ClockControl control,
        IReadOnlyList<string> pages
    )
    {
        var items = Markup.Join(
            pages.Select(page =>
                (Markup)$"""<li><a href="/{page.TrimStart('/')}">{Title(page)}</a></li>"""
            )
        );
        var next = control.NextEvent is { } due ? control.Show(due) : "nothing is planned";
        return LocalPage.Show(
            context,
            "ProgramReview on this machine",
            $"""
            <p>Everything runs here: the product, its storage and its mail. Nothing leaves this machine.</p>
            <ul>
            <li><a href="/mailbox">Mailbox</a>: what the product sent, with the links that people would get</li>
            {items}
            </ul>
            <dl class="facts"><dt>Next event</dt><dd>{next}</dd></dl>
            """
        );
    }
}
