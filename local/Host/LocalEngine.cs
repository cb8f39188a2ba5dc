using System.Reflection;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Engine;
using ProgramReview.Local.Engine.Functions;
using ProgramReview.Local.Host.Functions;

namespace ProgramReview.Local.Host;

/// <summary>The durable engine on a file of this machine.</summary>
internal sealed class LocalEngine(DurableEngine engine, IEngineStore store)
    : IWorkflowEngine,
        IAsyncDisposable
{
    /// <inheritdoc/>
    public DurableTaskClient Client => engine.Client;

    /// <inheritdoc/>
    public DateTimeOffset? NextDue => engine.NextDue;

    /// <inheritdoc/>
    public DateTimeOffset? NextWork => engine.NextWork;

    /// <inheritdoc/>
    public Action Worked
    {
        set => engine.Worked = value;
    }

    /// <inheritdoc/>
    public Task<string> Failure => engine.Failure;

    /// <summary>An engine for the orchestrations and activities of an assembly.</summary>
    public static LocalEngine Open(IServiceProvider services, Assembly assembly, string path)
    {
        try
        {
            var store = new SqliteEngineStore(path);
            var registry = new DurableTaskRegistry().AddFunctions(assembly);
            var engine = new DurableEngine(
                registry,
                services,
                store,
                services.GetRequiredService<TimeProvider>(),
                services.GetService<HostJson>()?.MaxConcurrentActivities is { } most
                    ? new EngineOptions { MaxConcurrentActivities = most }
                    : null,
                loggers: services.GetRequiredService<ILoggerFactory>()
            );
            return new LocalEngine(engine, store);
        }
        catch (Exception refused) when (refused is EngineStoreException or FunctionFaultException)
        {
            throw new StartException(refused.Message);
        }
    }

    /// <inheritdoc/>
    public void Look() => engine.Look();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) =>
        engine.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) =>
        engine.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await store.DisposeAsync();
    }
}
