using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using ProgramReview.Functions.Pages;

namespace ProgramReview.Functions.Access;

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
        catch (Exception failure)
            when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            Log.Unhandled(logger, context.FunctionDefinition.Name, context.InvocationId, failure);
            var status = failure is BadHttpRequestException bad
                ? bad.StatusCode
                : StatusCodes.Status500InternalServerError;
            await problems.WriteAsync(
                http,
                status,
                status == 500 ? "unexpected" : "bad-request",
                context.InvocationId
            );
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Function} failed; reference {Reference}")]
        public static partial void Unhandled(
            ILogger logger,
            string function,
            string reference,
            Exception failure
        );
    }
}
