using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.Engine.Functions;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Calls functions: each in its own scope of services, behind the app's middleware.</summary>
internal sealed class FunctionInvoker(
    IServiceScopeFactory scopes,
    LocalWorkerBuilder worker,
    ClockPace pace
)
{
    private const string HttpContextKey = "HttpRequestContext";
    private readonly FunctionExecutionDelegate pipeline = worker.Build(async context =>
    {
        var invocation = (FunctionInvocation)context;
        invocation.Result = await invocation.Function.CallAsync(invocation);
    });

    /// <summary>Calls a function and hands its result on while the scope is still open.</summary>
    public async Task InvokeAsync(
        LocalFunction function,
        IReadOnlyDictionary<string, object?> bindingData,
        object? triggerValue,
        Func<object?, Task> useResult,
        CancellationToken cancellationToken
    )
    {
        using var atWork = pace.Begin(function.Name);
        await using var scope = scopes.CreateAsyncScope();
        var context = new FunctionInvocation(
            function.Code,
            RandomNumberGenerator.GetHexString(32, lowercase: true),
            scope.ServiceProvider,
            triggerValue,
            cancellationToken
        )
        {
            BindingData = bindingData,
        };
        if (triggerValue is HttpRequest request)
        {
            request.HttpContext.RequestServices = scope.ServiceProvider;
            context.Items[HttpContextKey] = request.HttpContext;
        }

        await pipeline(context);
        await useResult(context.Result);
    }
}
