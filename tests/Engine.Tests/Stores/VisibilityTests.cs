using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Engine.Tests.Stores;

/// <summary>Nothing may be seen outside before it is durable.</summary>
public sealed class VisibilityTests
{
    [Fact]
    public async Task No_activity_starts_before_its_call_is_durable()
    {
        await using var store = new SlowStore();
        var early = new ConcurrentQueue<string>();
        await using var engine = NewEngine(
            store,
            (context, i) =>
            {
                var call = $"{context.InstanceId} {i}";
                if (!store.IsDurable($"ActivityScheduled {i}"))
                {
                    early.Enqueue(call);
                }
            }
        );
        await engine.StartAsync();
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Sum",
            100,
            new StartOrchestrationOptions("it")
        );
        var done = await engine
            .Client.WaitForInstanceCompletionAsync("it", getInputsAndOutputs: true)
            .WaitAsync(Patience);

        Assert.Equal(4950, done.ReadOutputAs<int>());
        Assert.Empty(early);
        Assert.True(
            store.IsDurable("ActivityScheduled 99"),
            "The store is to have seen the calls."
        );
    }

    [Fact]
    public async Task No_answer_to_a_client_comes_before_it_is_durable()
    {
        await using var store = new SlowStore();
        await using var engine = NewEngine(store, (_, _) => { });
        var client = engine.Client;
        await engine.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            var id = $"it {round}";
            var started = client.ScheduleNewOrchestrationInstanceAsync(
                "Wait",
                new StartOrchestrationOptions(id)
            );

            // Already in memory, not yet on the disk.
            var seen = client.GetInstanceAsync(id);
            var listed = client.GetAllInstancesAsync().AsPages().GetAsyncEnumerator();
            var moved = listed.MoveNextAsync().AsTask();
            var refused = Assert.ThrowsAnyAsync<Exception>(() =>
                client.ScheduleNewOrchestrationInstanceAsync(
                    "Wait",
                    new StartOrchestrationOptions(id)
                )
            );
            await AfterAsync(store, $"row {id} Pending", started, seen, moved, refused);
            await listed.DisposeAsync();

            await AfterAsync(store, $"row {id} Running", client.WaitForInstanceStartAsync(id));
            await AfterAsync(store, $"sent {id} Suspended", client.SuspendInstanceAsync(id));
            await AfterAsync(store, $"sent {id} Resumed", client.ResumeInstanceAsync(id));
            await AfterAsync(store, $"sent {id} EventRaised", client.RaiseEventAsync(id, "go", 1));
            await AfterAsync(
                store,
                $"row {id} Completed",
                client.WaitForInstanceCompletionAsync(id)
            );
            await AfterAsync(
                store,
                $"row {id} Completed",
                Assert.ThrowsAsync<InvalidOperationException>(() =>
                    client.RaiseEventAsync(id, "go", 2)
                )
            );
            await AfterAsync(store, $"removed {id}", client.PurgeInstanceAsync(id));
        }
    }

    /// <summary>Each answer for itself, at the moment it comes.</summary>
    private static Task AfterAsync(SlowStore store, string fact, params Task[] answers) =>
        Task.WhenAll(
            answers.Select(async answer =>
            {
                await answer.WaitAsync(Patience);
                Assert.True(store.IsDurable(fact), $"'{fact}' was to be durable by now.");
            })
        );

    private static DurableEngine NewEngine(
        IEngineStore store,
        Action<TaskActivityContext, int> onActivity
    ) =>
        new(
            new DurableTaskRegistry()
                .AddOrchestratorFunc<int, int>(
                    "Sum",
                    async (context, n) =>
                    {
                        var sum = 0;
                        for (var i = 0; i < n; i += 10)
                        {
                            var parts = await Task.WhenAll(
                                Enumerable
                                    .Range(i, 10)
                                    .Select(j => context.CallActivityAsync<int>("Same", j))
                            );
                            sum += parts.Sum();
                        }

                        return sum;
                    }
                )
                .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<int>("go"))
                .AddActivityFunc<int, int>(
                    "Same",
                    (context, i) =>
                    {
                        onActivity(context, i);
                        return i;
                    }
                ),
            new ServiceCollection().BuildServiceProvider(),
            store,
            TimeProvider.System
        );

    /// <summary>A store whose commits take their time, and which knows what of them has become durable.</summary>
    private sealed class SlowStore : IEngineStore
    {
        private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(3);
        private readonly IEngineStore _inner = new MemoryEngineStore();
        private readonly ConcurrentDictionary<string, bool> _durable = [];
        private readonly Lock _gate = new();
        private Task _last = Task.CompletedTask;

        public bool IsDurable(string fact) => _durable.ContainsKey(fact);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        StoreContents IEngineStore.Load() => _inner.Load();

        IReadOnlyList<HistoryEvent> IEngineStore.ReadHistory(long execution) =>
            _inner.ReadHistory(execution);

        Task IEngineStore.CommitAsync(StoreCommit commit)
        {
            lock (_gate)
            {
                return _last = StoreAsync(_last, commit);
            }
        }

        private async Task StoreAsync(Task before, StoreCommit commit)
        {
            await before;
            await Task.Delay(Slowness);
            foreach (var item in commit.History)
            {
                _durable[$"{item.Kind} {item.Data}"] = true;
            }

            commit.Rows.ForEach(row => _durable[$"row {row.Id} {row.Status}"] = true);
            commit.Sent.ForEach(sent =>
                _durable[$"sent {sent.InstanceId} {sent.Event.Kind}"] = true
            );
            commit.Removed.ForEach(id => _durable[$"removed {id}"] = true);
            await _inner.CommitAsync(commit);
        }
    }
}
