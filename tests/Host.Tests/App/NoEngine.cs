using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.Engine;
using ProgramReview.Local.Host;

namespace ProgramReview.Host.Tests.App;

/// <summary>An engine without orchestrations.</summary>
internal sealed class NoEngine(IServiceProvider services) : IWorkflowEngine, IAsyncDisposable
{
    private readonly DurableEngine engine = new(
        new DurableTaskRegistry(),
        services,
        new MemoryEngineStore(),
        services.GetRequiredService<TimeProvider>()
    );

    public DurableTaskClient Client => engine.Client;

    public DateTimeOffset? NextDue => engine.NextDue;

    public DateTimeOffset? NextWork => engine.NextWork;

    public Action Worked
    {
        set => engine.Worked = value;
    }

    public Task<string> Failure => engine.Failure;

    public void Look() => engine.Look();

    public Task StartAsync(CancellationToken cancellationToken) =>
        engine.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) =>
        engine.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
