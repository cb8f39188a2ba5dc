using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ProgramReview.Functions.Tests.Orchestration;

/// <summary>An orchestration whose timers go a little early, as on Azure Storage, and that nobody rings.</summary>
internal sealed class EarlyContext(DateTimeOffset now, TimeSpan lead) : TaskOrchestrationContext
{
    private DateTimeOffset now = now;

    public List<DateTimeOffset> Timers { get; } = [];

    public override TaskName Name => "early";

    public override string InstanceId => "early";

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => now.UtcDateTime;

    public override bool IsReplaying => false;

    protected override ILoggerFactory LoggerFactory => throw new NotSupportedException();

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var instant = new DateTimeOffset(fireAt, TimeSpan.Zero);
        Timers.Add(instant);
        now = instant - lead;
        return Task.CompletedTask;
    }

    public override Task<T> WaitForExternalEvent<T>(
        string eventName,
        CancellationToken cancellationToken = default
    ) => new TaskCompletionSource<T>().Task;

    public override T? GetInput<T>()
        where T : default => throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();

    public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException();

    public override void ContinueAsNew(
        object? newInput = null,
        bool preserveUnprocessedEvents = true
    ) => throw new NotSupportedException();

    public override Task<TResult> CallActivityAsync<TResult>(
        TaskName name,
        object? input = null,
        TaskOptions? options = null
    ) => throw new NotSupportedException();

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName,
        object? input = null,
        TaskOptions? options = null
    ) => throw new NotSupportedException();

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        throw new NotSupportedException();
}
