using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Functions.Hosting;

/// <summary>
/// Says with every log line of a function to which invocation it belongs, under the name that the worker sends to the Functions host: with
/// OpenTelemetry the worker itself uses another name, and the host drops every line of an app that it can give to no invocation.
/// </summary>
internal sealed class InvocationLogScope(ILogger<InvocationLogScope> logger)
    : IFunctionsWorkerMiddleware
{
    /// <summary>The name that the worker looks for among the scopes.</summary>
    public const string Key = "AzureFunctions_InvocationId";

    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        using (logger.BeginScope(new Dictionary<string, object> { [Key] = context.InvocationId }))
        {
            await next(context);
        }
    }
}
