using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds middleware by type.</summary>
public static class MiddlewareWorkerApplicationBuilderExtensions
{
    /// <summary>Registers the middleware as a singleton and puts it inside those added before.</summary>
    public static IFunctionsWorkerApplicationBuilder UseMiddleware<T>(
        this IFunctionsWorkerApplicationBuilder builder
    )
        where T : class, IFunctionsWorkerMiddleware
    {
        builder.Services.AddSingleton<T>();
        return builder.Use(next =>
            context => context.InstanceServices.GetRequiredService<T>().Invoke(context, next)
        );
    }
}
