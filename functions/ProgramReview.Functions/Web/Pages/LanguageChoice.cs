using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>
/// The language a reader chose: in the address, for one look at one page, or by the switch in the frame, which a cookie remembers. The
/// address wins, so that a link can be sent to somebody in their language.
/// </summary>
public static class LanguageChoice
{
    /// <summary>The name of the query, of the cookie, and of the field of the switch.</summary>
    public const string Name = "lang";

    /// <summary>The field of the switch with the path it leads back to.</summary>
    public const string BackField = "back";

    /// <summary>Where the switch posts to.</summary>
    public const string Path = "/language";

    /// <summary>The language chosen, or null if none was; tags that nobody knows choose none.</summary>
    public static Language? Of(HttpRequest request) =>
        LanguageTags.Of(request.Query[Name]) ?? LanguageTags.Of(request.Cookies[Name]);

    /// <summary>The address of the page that answers a request, without a language; a form's answer is found where the form was posted to.</summary>
    public static string WayBackTo(HttpRequest request)
    {
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        if (!HttpMethods.IsGet(request.Method))
        {
            return path;
        }
        var kept = request.Query.Where(part => part.Key != Name);
        return path + new QueryBuilder(kept).ToQueryString();
    }
}
