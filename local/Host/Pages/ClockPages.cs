using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Pages;

/// <summary>The addresses behind the clock bar.</summary>
internal static class ClockPages
{
    /// <summary>Adds the clock's state, its commands, and the local pages' styles and script.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, ClockControl control)
    {
        endpoints
            .MapGet(
                "/local/clock",
                (HttpContext context) =>
                    Results.Json(
                        State.Of(control, LanguageChoice.Of(context.Request) ?? Language.En)
                    )
            )
            .WithOrder(-1);
        Delegate command = (HttpContext context) => CommandAsync(context, control);
        endpoints.MapPost("/local/clock", command).WithOrder(-1);
        MapFile(endpoints, "clock.css", "text/css");
        MapFile(endpoints, "local.css", "text/css");
        MapFile(endpoints, "clock.js", "text/javascript");
        MapFile(endpoints, "mailbox.js", "text/javascript");
    }

    private static async Task<IResult> CommandAsync(HttpContext context, ClockControl control)
    {
        if (!context.Request.HasFormContentType)
        {
            return Results.BadRequest("Send a form with the field 'do'.");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!control.Do(form["do"].ToString()))
        {
            return Results.BadRequest(
                "The clock knows pause, continue, toggle, next, faster and slower."
            );
        }

        // 303: the page is fetched anew, and going back never sends the command again.
        context.Response.Headers.Location = SitePath.Checked(form["back"].ToString());
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static void MapFile(IEndpointRouteBuilder endpoints, string name, string type)
    {
        using var stream =
            typeof(ClockPages).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in this program.");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        endpoints
            .MapGet("/local/" + name, () => Results.Bytes(bytes, type + "; charset=utf-8"))
            .WithOrder(-1);
    }

    private sealed record State(
        DateTimeOffset Now,
        string NowText,
        double Speed,
        string SpeedText,
        bool Paused,
        DateTimeOffset? Next,
        string? NextText
    )
    {
        public static State Of(ClockControl control, Language language) =>
            new(
                control.Now,
                control.Show(control.Now, language),
                control.Speed,
                control.SpeedText(language),
                control.IsPaused,
                control.NextEvent,
                control.NextEvent is { } next ? control.Show(next, language) : null
            );
    }
}
