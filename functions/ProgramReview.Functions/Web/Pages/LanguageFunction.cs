using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>Remembers the language that a reader chose in the frame of any page, in their browser and nowhere else.</summary>
internal sealed class LanguageFunction(IOptions<LinkOptions> links)
{
    // Browsers keep no cookie for longer.
    private static readonly TimeSpan Memory = TimeSpan.FromDays(400);

    /// <summary>Sets the cookie and leads back to the page; what is no language changes nothing.</summary>
    [Function(nameof(LanguageFunction)), OpenTo(Audience.Everybody)]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "language")] HttpRequest request,
        CancellationToken cancellation
    )
    {
        var form = await FormBody.ReadAsync(request, cancellation);
        if (LanguageTags.Of(form?[LanguageChoice.Name].ToString()) is { } language)
        {
            request.HttpContext.Response.Cookies.Append(
                LanguageChoice.Name,
                LanguageTags.TagOf(language),
                new CookieOptions
                {
                    MaxAge = Memory,
                    HttpOnly = true,
                    IsEssential = true,
                    SameSite = SameSiteMode.Lax,
                    // Behind the platform's proxy the request itself does not tell.
                    Secure = links.Value.BaseUri?.Scheme == Uri.UriSchemeHttps,
                }
            );
        }
        return new SeeOther(SitePath.Checked(form?[LanguageChoice.BackField].ToString()));
    }
}
