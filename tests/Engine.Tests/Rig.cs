using Microsoft.Extensions.DependencyInjection;

namespace ProgramReview.Engine.Tests;

/// <summary>How an engine is set up; every test of the semantics runs on each.</summary>
public enum Setup
{
    MemoryReplayed,
    MemoryCached,
    SqliteReplayed,
    SqliteCached,
}

/// <summary>An engine on a virtual clock, which can be killed and brought back on the same store.</summary>
public sealed class Rig : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2024, 8, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Setup _setup;
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-").FullName;
    private IEngineStore _store;

    public Rig(Setup setup, Action<DurableTaskRegistry> register)
    {
        _setup = setup;
        register(Registry);
        _store =
            setup < Setup.SqliteReplayed
                ? new MemoryEngineStore()
                : new SqliteEngineStore(StorePath);
        Engine = NewEngine();
    }

    public DurableTaskRegistry Registry { get; private set; } = new();

    public VirtualClock Clock { get; } = new(Start);

    public DurableEngine Engine { get; private set; }

    public DurableTaskClient Client => Engine.Client;

    private string StorePath => Path.Combine(_folder, "engine.db");

    /// <summary>Starts an orchestration, lets all time pass that anything waits for, and gives the instance.</summary>
    public async Task<OrchestrationMetadata> RunAsync(
        TaskName name,
        object? input = null,
        string id = "it"
    )
    {
        await Client.ScheduleNewOrchestrationInstanceAsync(
            name,
            input,
            new StartOrchestrationOptions(id)
        );
        await PassAllTimeAsync();
        return await GetAsync(id);
    }

    public async Task<T> ResultOfAsync<T>(TaskName name, object? input = null)
    {
        var instance = await RunAsync(name, input);
        Assert.True(
            instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed,
            $"{instance.RuntimeStatus}: {instance.SerializedOutput}"
        );
        return instance.ReadOutputAs<T>()!;
    }

    public Task<string> StartAsync(TaskName name, object? input = null, string id = "it") =>
        Client.ScheduleNewOrchestrationInstanceAsync(
            name,
            input,
            new StartOrchestrationOptions(id)
        );

    public Task IdleAsync() => Engine.RunUntilIdleAsync().WaitAsync(Patience);

    public async Task<OrchestrationMetadata> GetAsync(string id = "it")
    {
        var instance = await Client.GetInstanceAsync(id, getInputsAndOutputs: true);
        Assert.NotNull(instance);
        return instance;
    }

    public async Task PassAsync(TimeSpan span)
    {
        var end = Clock.GetUtcNow() + span;
        await IdleAsync();
        while (Engine.NextDue is { } due && due <= end)
        {
            Clock.AdvanceTo(due > Clock.GetUtcNow() ? due : Clock.GetUtcNow());
            await IdleAsync();
        }

        Clock.AdvanceTo(end);
        await IdleAsync();
    }

    public async Task PassAllTimeAsync()
    {
        await IdleAsync();
        for (var jumps = 0; Engine.NextDue is { } due; jumps++)
        {
            Assert.True(
                jumps < 100_000,
                $"Something keeps waiting for timers; the next is due {due:u}."
            );
            Clock.AdvanceTo(due > Clock.GetUtcNow() ? due : Clock.GetUtcNow());
            await IdleAsync();
        }
    }

    /// <summary>Throws the engine away as it stands and begins again on the same store, perhaps with other code.</summary>
    public async Task CrashAsync(Action<DurableTaskRegistry>? register = null)
    {
        if (_store is SqliteEngineStore)
        {
            await _store.DisposeAsync();
            _store = new SqliteEngineStore(StorePath);
        }

        if (register is not null)
        {
            Registry = new();
            register(Registry);
        }

        Engine = NewEngine();
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private DurableEngine NewEngine() =>
        new(
            Registry,
            new ServiceCollection().BuildServiceProvider(),
            _store,
            Clock,
            new EngineOptions
            {
                CacheInstances = _setup is Setup.MemoryCached or Setup.SqliteCached,
            }
        );
}
