using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Local.Host.Functions;

/// <summary>Collects the app's services and its middleware, in the order in which they are named.</summary>
internal sealed class LocalWorkerBuilder(IServiceCollection services)
    : IFunctionsWorkerApplicationBuilder
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware =
    [];

    /// <inheritdoc/>
    public IServiceCollection Services => services;

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(
        Func<FunctionExecutionDelegate, FunctionExecutionDelegate> next
    )
    {
        middleware.Add(next);
        return this;
    }

    /// <summary>The middleware so far around the innermost step; the first named runs first.</summary>
    public FunctionExecutionDelegate Build(FunctionExecutionDelegate innermost) =>
        Enumerable.Reverse(middleware).Aggregate(innermost, (next, layer) => layer(next));
}
