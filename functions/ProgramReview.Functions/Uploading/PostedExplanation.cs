using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>An answer to a query as the page's form carries it, whole: a text that is too long is refused with its text kept, never cut.</summary>
/// <param name="Part">The part that the query is about.</param>
/// <param name="Query">The query's key.</param>
/// <param name="Text">The answer.</param>
internal sealed record PostedExplanation(string Part, string Query, string Text)
{
    /// <summary>The field that names the part; programs need not tell it.</summary>
    public const string PartField = "part";

    /// <summary>The field that names the query.</summary>
    public const string QueryField = "finding";

    /// <summary>The field of the answer.</summary>
    public const string TextField = "text";

    private const string Form = "explain";

    /// <summary>What became of it, for the page.</summary>
    public FormAnswer Answered(params Core.Events.Refusal[] refusals) =>
        new(
            Form,
            new Dictionary<string, string>
            {
                [PartField] = Part,
                [QueryField] = Query,
                [TextField] = Text,
            },
            refusals
        );

    /// <summary>What a form or a program sent.</summary>
    public static PostedExplanation Read(string? part, string? query, string? text) =>
        new(HumanText.Clean(part), HumanText.Clean(query), HumanText.Clean(text, lines: true));

    /// <summary>What a form sent.</summary>
    public static PostedExplanation Read(IFormCollection form) =>
        Read(form[PartField], form[QueryField], form[TextField]);

    /// <summary>Whether what came of a form is about a query.</summary>
    public static bool IsAbout(FormAnswer answer, string part, string query) =>
        answer.Form == Form
        && answer.ValueOf(PartField) == part
        && answer.ValueOf(QueryField) == query;

    /// <summary>Where a query stands on the page.</summary>
    public static string PlaceOf(string part, string query) => $"query-{part}-{query}";

    /// <summary>Whose answers they are: nobody else is shown what became of them.</summary>
    public static string OwnerOf(Link link) => $"explain-{link.Id}";
}
