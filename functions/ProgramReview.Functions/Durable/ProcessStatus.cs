using Microsoft.DurableTask;

namespace ProgramReview.Functions.Durable;

/// <summary>What a process says of itself to whoever looks at its instance: the status page, a monitor, the portal.</summary>
/// <param name="Phase">Where it stands, for example <c>approval round 2</c>.</param>
/// <param name="WaitsFor">What it waits for, or null while it works.</param>
/// <param name="Until">When it looks again by itself, or null.</param>
internal sealed record ProcessStatus(
    string Phase,
    string? WaitsFor = null,
    DateTimeOffset? Until = null
)
{
    /// <summary>Shows it at the instance.</summary>
    public void Show(TaskOrchestrationContext context) => context.SetCustomStatus(this);
}
