using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Answers HTTP requests by calling functions.</summary>
internal sealed partial class HttpFunctions(
    FunctionInvoker invoker,
    FunctionKeys keys,
    ILogger<HttpFunctions> logger
)
{
    /// <summary>Adds an endpoint for each HTTP function.</summary>
    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<LocalFunction> functions)
    {
        foreach (var function in functions)
        {
            if (function.Trigger is FunctionTrigger.Http http)
            {
                var endpoint = endpoints.Map(
                    http.Route,
                    context => AnswerAsync(function, http, context)
                );
                if (http.Methods.Count > 0)
                {
                    endpoint.WithMetadata(new HttpMethodMetadata(http.Methods));
                }
            }
        }
    }

    private async Task AnswerAsync(
        LocalFunction function,
        FunctionTrigger.Http http,
        HttpContext context
    )
    {
        if (!keys.Admit(context.Request, http.Level))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            await invoker.InvokeAsync(
                function,
                context.Request.RouteValues,
                context.Request,
                result => WriteAsync(context, result),
                context.RequestAborted
            );
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            Log.Abandoned(logger, function.Name);
        }
#pragma warning disable CA1031 // The edge of the program: whatever a function throws becomes a 500 without its trace.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Failed(logger, failure, function.Name);
            await FailAsync(context);
        }
    }

    /// <summary>Writes an action result or a result; like the real worker, anything else is an empty answer.</summary>
    private static Task WriteAsync(HttpContext context, object? result) =>
        result switch
        {
            IActionResult action => action.ExecuteResultAsync(
                new ActionContext(context, context.GetRouteData(), new ActionDescriptor())
            ),
            IResult answer => answer.ExecuteAsync(context),
            _ => Task.CompletedTask,
        };

    private static async Task FailAsync(HttpContext context)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        await context.Response.WriteAsync(
            "Something went wrong here. Please try again in a moment."
        );
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The function {Function} failed.")]
        public static partial void Failed(ILogger logger, Exception failure, string function);

        [LoggerMessage(
            Level = LogLevel.Debug,
            Message = "The caller of {Function} went away before its answer."
        )]
        public static partial void Abandoned(ILogger logger, string function);
    }
}
