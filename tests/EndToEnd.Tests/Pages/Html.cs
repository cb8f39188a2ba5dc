using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ProgramReview.EndToEnd.Tests.Pages;

/// <summary>Pages as a program reads them.</summary>
internal static class Html
{
    /// <summary>Reads a document.</summary>
    public static IDocument Parse(string text) => new HtmlParser().ParseDocument(text);

    /// <summary>Fetches a page that must be there.</summary>
    public static async Task<IDocument> GetAsync(HttpClient http, Uri address)
    {
        using var answer = await http.GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address.AbsolutePath}: {text}");
        return Parse(text);
    }
}
