using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Engine.Running;

/// <summary>What an activity knows about its call, and what functions are bound to besides.</summary>
internal sealed class EngineActivityContext(
    string name,
    string version,
    string instanceId,
    DurableTaskClient client,
    IServiceProvider services,
    CancellationToken stop
) : TaskActivityContext
{
    public override TaskName Name { get; } = new(name);

    public override string InstanceId => instanceId;

    public override string Version => version;

    public DurableTaskClient Client => client;

    public IServiceProvider Services => services;

    public CancellationToken Stop => stop;
}
