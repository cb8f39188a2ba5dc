using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>What holds for every HTTP call, whoever answers it: its body is read to the end, its answer bears the safe headers.</summary>
internal sealed class HttpMiddleware : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            RequestBody.Lift(http);
            var body = http.Request.Body;
            http.Response.OnStarting(() =>
            {
                SafeHeaders.Complete(http.Response.Headers);
                return RequestBody.FinishAsync(body, http.RequestAborted);
            });
        }
        return next(context);
    }
}
