using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.WebJobs;
using ProgramReview.FunctionsHost.App;
using ProgramReview.FunctionsHost.Triggers;

namespace ProgramReview.FunctionsHost.Http;

/// <summary>The routes of the app's functions.</summary>
internal static class HttpRoutes
{
    private const string WrongMethod = "405 HTTP Method Not Supported";

    public static void MapFunctions(
        this WebApplication web,
        PublishedApp app,
        IEnumerable<AppFunction> functions,
        IJobHost jobs
    )
    {
        web.Use(FrontEnd.ApplyAsync);
        web.UseRouting();

        // The Functions host knows no "method not allowed".
        web.Use(
            (context, next) =>
            {
                if (context.GetEndpoint()?.DisplayName != WrongMethod)
                {
                    return next(context);
                }
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        );
        MapTimers(web, functions, jobs);
        foreach (var function in functions.Where(function => function.Trigger.Is("httpTrigger")))
        {
            var trigger = function.Trigger;
            if (!"anonymous".Equals(trigger.Text("authLevel"), StringComparison.OrdinalIgnoreCase))
            {
                throw new AppFault($"'{function.Name}' asks for a key, and this host has none.");
            }
            var route = string.Join(
                '/',
                new[] { app.RoutePrefix, trigger.Text("route") ?? function.Name }.Where(part =>
                    part.Length > 0
                )
            );
            web.MapMethods(
                route,
                trigger.Texts("methods"),
                (HttpContext context) =>
                    jobs.CallAsync(
                        function.Name,
                        new Dictionary<string, object> { [trigger.Name] = context },
                        context.RequestAborted
                    )
            );
        }
    }

    // As the Functions host starts any function out of turn; only timers are worth it here.
    private static void MapTimers(
        WebApplication web,
        IEnumerable<AppFunction> functions,
        IJobHost jobs
    )
    {
        foreach (var function in functions.Where(function => function.Trigger.Is("timerTrigger")))
        {
            web.MapPost(
                $"admin/functions/{function.Name}",
                async () =>
                {
                    var now = DateTimeOffset.UtcNow;
                    await jobs.CallAsync(
                        function.Name,
                        new Dictionary<string, object>
                        {
                            [function.Trigger.Name] = TimerText.Of(now, now, now),
                        }
                    );
                    return Results.Accepted();
                }
            );
        }
    }
}
