using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using DurableTask.Core.History;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProgramReview.Conformance.Suite;

namespace ProgramReview.Conformance.Reference;

/// <summary>One test host. It replays every orchestration from its history at each turn, so there is no code to forget.</summary>
internal sealed class ReferenceHost(DurableTaskTestHost host) : IConformanceHost
{
    private static readonly TimeSpan LongestPass = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public DurableTaskClient Client => host.Client;

    // The host says nowhere that it is idle; it is not while something has yet to start.
    public async Task SettleAsync()
    {
        var pending = new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Pending] };
        for (var looks = 0; looks < 20; looks++)
        {
            await WaitAsync(TimeSpan.FromSeconds(0.4));
            if (!await Client.GetAllInstancesAsync(pending).AnyAsync())
            {
                return;
            }
        }
    }

    public Task PassAsync(TimeSpan span) =>
        span <= LongestPass
            ? WaitAsync(span)
            : throw new CannotTellException($"nobody waits {span} by the wall's clock");

    public async Task<OrchestrationMetadata> EndAsync(string instanceId)
    {
        try
        {
            return await Client
                .WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true)
                .WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            var instance = await Client.GetInstanceAsync(instanceId);
            throw new InvalidOperationException(
                $"'{instanceId}' waits for ever: {instance?.RuntimeStatus}."
            );
        }
    }

    public Task ForgetCodeAsync() => Task.CompletedTask;

    public Task<IReadOnlyList<string>?> ActionsAsync(string instanceId) =>
        Task.FromResult<IReadOnlyList<string>?>([
            .. History(instanceId).Select(Describe).OfType<string>(),
        ]);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await host.DisposeAsync().AsTask().WaitAsync(Patience);
        }
        catch (Exception exception)
            when (exception is TimeoutException or OperationCanceledException)
        {
            // An instance that hangs may keep its host from stopping; the process ends soon.
        }
    }

    private static Task WaitAsync(TimeSpan span) => Task.Delay(span, TimeProvider.System);

    private static string? Describe(HistoryEvent line) =>
        line switch
        {
            TaskScheduledEvent activity => $"activity #{activity.EventId} {activity.Name}",
            SubOrchestrationInstanceCreatedEvent child => $"child #{child.EventId} {child.Name}",
            TimerCreatedEvent timer => $"timer #{timer.EventId}",
            EventSentEvent sent => $"event #{sent.EventId} {sent.Name}",
            _ => null,
        };

    /// <summary>The host's client gives no history, so it is read where the host keeps it.</summary>
    private IEnumerable<HistoryEvent> History(string instanceId)
    {
        var sidecar = (IHost)Get(host, "sidecarHost");
        var service = sidecar.Services.GetRequiredService<DurableTask.Core.IOrchestrationService>();
        var store = (IDictionary)Get(Get(service, "instanceStore"), "store");
        return store[instanceId] is { } state
            ? (
                (JsonArray)state.GetType().GetProperty("HistoryEventsJson")!.GetValue(state)!
            ).Select(line => line!.GetValue<HistoryEvent>())
            : [];
    }

    private static object Get(object owner, string field) =>
        owner
            .GetType()
            .GetField(field, BindingFlags.NonPublic | BindingFlags.Instance)!
            .GetValue(owner)!;
}
