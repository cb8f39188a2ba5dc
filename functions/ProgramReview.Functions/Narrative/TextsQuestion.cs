using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Narrative;

/// <summary>Which texts somebody wants to read beside each other, as it stands in the query.</summary>
/// <param name="Section">The section's code (<c>section</c>); null: all.</param>
/// <param name="Body">Words of a body's name (<c>body</c>), or empty.</param>
/// <param name="Search">Words that are searched for (<c>q</c>), or empty.</param>
/// <param name="From">How many reports are behind the reader (<c>from</c>).</param>
public sealed record TextsQuestion(string? Section, string Body, string Search, int From)
{
    private const int LongestText = 100;

    /// <summary>The question of a request; without a search one section is read, the first unless another is named.</summary>
    public static TextsQuestion Of(PlanLookup plan, IQueryCollection query)
    {
        var search = Words(query["q"]);
        var known = TextSelection.Sections(plan);
        string? asked = query["section"];
        var section = known.FirstOrDefault(one => one.Code == asked)?.Code;
        return new TextsQuestion(
            section ?? (search.Length == 0 && known is [var first, ..] ? first.Code : null),
            Words(query["body"]),
            search,
            int.TryParse(
                query["from"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var from
            )
                ? from
                : 0
        );
    }

    /// <summary>The query of the same question from another place on.</summary>
    public string PathFrom(int from)
    {
        List<string> parts = [];
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
        Add("section", Section);
        Add("body", Body);
        Add("q", Search);
        if (from > 0)
        {
            parts.Add(FormattableString.Invariant($"from={from}"));
        }
        return $"?{string.Join('&', parts)}";
    }

    private static string Words(string? text) =>
        text is null ? ""
        : text.Length > LongestText ? text[..LongestText].Trim()
        : text.Trim();
}
