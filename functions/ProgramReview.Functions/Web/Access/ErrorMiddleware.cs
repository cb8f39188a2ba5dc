using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Access;

/// <summary>Turns what no function handled into a page or problem with a reference; the details go to the log only.</summary>
internal sealed partial class ErrorMiddleware(Problems problems, ILogger<ErrorMiddleware> logger)
    : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (Exception failure) when (CanStillAnswer(http))
        {
            var (name, reference) = (context.FunctionDefinition.Name, context.InvocationId);
            if (BrokenIn(failure) is { } broken)
            {
                Log.Broken(logger, name, reference, broken.Message);
                await problems.WriteAsync(http, broken.StatusCode, "bad-request", reference);
                return;
            }
            Log.Unhandled(logger, name, reference, failure);
            await problems.WriteAsync(
                http,
                StatusCodes.Status500InternalServerError,
                "unexpected",
                reference
            );
        }
    }

    // The worker wraps what a function throws, the local host does not.
    private static BadHttpRequestException? BrokenIn(Exception? failure) =>
        failure is null
            ? null
            : failure as BadHttpRequestException ?? BrokenIn(failure.InnerException);

    private static bool CanStillAnswer(HttpContext http) =>
        !http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed; reference {Reference}")]
        public static partial void Unhandled(
            ILogger logger,
            string function,
            string reference,
            Exception failure
        );

        [LoggerMessage(
            2,
            LogLevel.Information,
            "{Function} was sent a broken request: {What} Reference {Reference}"
        )]
        public static partial void Broken(
            ILogger logger,
            string function,
            string reference,
            string what
        );
    }
}
