using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Which page of a long list a reader asks for.</summary>
public static class PageNumber
{
    private const int Most = 100_000;

    /// <summary>The query <c>page</c>, from 1; the usual page if it says nothing that makes sense.</summary>
    /// <param name="query">The query.</param>
    /// <param name="usual">The page that is shown first.</param>
    public static int Of(IQueryCollection query, int usual = 1) =>
        int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < Most
            ? number
            : usual;
}
