using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Host.Tests.App;

internal abstract class OrderMiddleware(string name) : IFunctionsWorkerMiddleware
{
    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (!context.Items.TryGetValue("order", out var order))
        {
            context.Items["order"] = order = new List<string>();
        }

        ((List<string>)order).Add(name);
        context.Features.Set(context.InstanceServices.GetRequiredService<Scoped>());
        return next(context);
    }
}

internal sealed class FirstMiddleware() : OrderMiddleware("first");

internal sealed class SecondMiddleware() : OrderMiddleware("second");
