using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Host.Pages;

namespace ProgramReview.Local.Host.Mailbox;

/// <summary>One page of a long list; which one, the query <c>page</c> says, from 1.</summary>
internal sealed record Leaf<T>(HttpRequest Request, IReadOnlyList<T> Items, int Number, int Last)
{
    /// <summary>The links to the pages before and after, or nothing where one page holds all.</summary>
    public Markup Links(Language language) =>
        Last <= 1
            ? (Markup)$""
            : $"""
                <nav class="pages" aria-label="{LocalText.Pages.In(language)}">
                {Link(Number - 1, "prev", LocalText.Previous.In(language))}
                <span>{LocalText.Page.In(language)} {Number} / {Last}</span>
                {Link(Number + 1, "next", LocalText.Next.In(language))}
                </nav>
                """;

    private Markup Link(int number, string relation, string words)
    {
        if (number < 1 || number > Last)
        {
            return $"";
        }
        var query = new QueryBuilder(Request.Query.Where(part => part.Key != Leaf.Query))
        {
            { Leaf.Query, $"{number}" },
        };
        return $"""<a rel="{relation}" href="{Request.Path.Value}{query.ToString()}">{words}</a>""";
    }
}

/// <summary>Cuts lists into pages.</summary>
internal static class Leaf
{
    /// <summary>The query with the page's number.</summary>
    public const string Query = "page";

    /// <summary>The page that a request asks for; the nearest one where there is no such page.</summary>
    public static Leaf<T> Of<T>(HttpRequest request, IReadOnlyList<T> all, int size)
    {
        var last = Math.Max(1, (all.Count + size - 1) / size);
        var number = int.TryParse(request.Query[Query], out var asked)
            ? Math.Clamp(asked, 1, last)
            : 1;
        return new Leaf<T>(request, [.. all.Skip((number - 1) * size).Take(size)], number, last);
    }
}
