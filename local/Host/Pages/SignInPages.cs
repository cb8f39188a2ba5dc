using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.Host.Pages;

/// <summary>Signs in whoever sits at this machine as whatever account they name: it plays the part that Entra has in Azure.</summary>
internal static class SignInPages
{
    private const string Path = "/local/sign-in";
    private const string Account = "local-account";
    private const string Back = "back";

    /// <summary>Adds the page and what its form posts to.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, Show).WithOrder(-1);
        Delegate signIn = SignInAsync;
        endpoints.MapPost(Path, signIn).WithOrder(-1);
    }

    /// <summary>The address of the account that is signed in, or null.</summary>
    public static string? AccountOf(HttpRequest request) =>
        request.Cookies[Account] is { Length: > 0 } address ? address : null;

    /// <summary>Where to sign in and come back from to what is asked for.</summary>
    public static string AddressFor(HttpRequest request) =>
        $"{Path}?{Back}={Uri.EscapeDataString(request.Path.ToUriComponent() + request.QueryString)}";

    private static IResult Show(HttpContext context)
    {
        var language = LocalPage.LanguageOf(context.Request);
        return LocalPage.Show(
            context,
            LocalText.SignIn.In(language),
            $"""
            <p>{LocalText.SignInHint.In(language)}</p>
            <form method="post" action="{Path}">
            <input type="hidden" name="{Back}" value="{context.Request.Query[Back].ToString()}">
            <p><label for="address">{LocalText.Account.In(
                language
            )}</label> <input id="address" name="address" type="email" autocomplete="off" value="{AccountOf(
                context.Request
            )}"></p>
            <p><button type="submit">{LocalText.SignIn.In(language)}</button></p>
            </form>
            """
        );
    }

    private static async Task<IResult> SignInAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.BadRequest("Send a form with the field 'address'.");
        }
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        context.Response.Cookies.Append(
            Account,
            form["address"].ToString(),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax }
        );
        context.Response.Headers.Location = SitePath.Checked(form[Back].ToString());
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
