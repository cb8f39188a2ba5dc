using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Crash.Child;
using ProgramReview.Local.Engine;

// FOLDER POINT COUNT TAKES-UNSYNCED SEED: goes on with the work in the folder until it is done, or until fate strikes.
// Exit codes: 0 all done, 3 the store refused or failed and said why; killed is killed.
var folder = args[0];
var fate = new Fate(
    Enum.Parse<Point>(args[1]),
    int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture),
    bool.Parse(args[3]),
    int.Parse(args[4], System.Globalization.CultureInfo.InvariantCulture)
);
Disk.Watch(fate);
using var effects = new Effects(Path.Combine(folder, "effects.log"));
try
{
    await using var store = new SqliteEngineStore(Path.Combine(folder, "engine.db"));
    await using var engine = new DurableEngine(
        Work.Register(effects),
        new ServiceCollection().BuildServiceProvider(),
        new DoomedStore(store, fate),
        TimeProvider.System
    );
    await engine.StartAsync();
    Console.WriteLine($"started after {Disk.LogSyncs} syncs");
    var work = DoAsync(engine.Client);
    if (await Task.WhenAny(work, engine.Failure) == engine.Failure || engine.Failure.IsCompleted)
    {
        throw new StoreFailedException(await engine.Failure);
    }

    await work;
    await engine.StopAsync();
    return 0;
}
catch (Exception told) when (told is EngineStoreException or StoreFailedException)
{
    await Console.Error.WriteLineAsync(told.Message);
    return 3;
}

async Task DoAsync(DurableTaskClient client)
{
    await StartAsync(client, "World", "world");
    await StartAsync(client, "Collector", "collector");
    for (var i = 0; i < Work.Numbers; i++)
    {
        if (!effects.Has($"raised {i}"))
        {
            effects.Note($"raising {i}");
            await client.RaiseEventAsync("collector", "number", i);
            effects.Note($"raised {i}");
        }
    }

    await client.WaitForInstanceCompletionAsync("collector");
    await client.WaitForInstanceCompletionAsync("world");
}

async Task StartAsync(DurableTaskClient client, string name, string id)
{
    if (await client.GetInstanceAsync(id) is not null)
    {
        return;
    }

    // What a client was told is so for ever.
    if (effects.Has($"started {id}"))
    {
        throw new InvalidOperationException($"'{id}' had been started and is gone.");
    }

    await client.ScheduleNewOrchestrationInstanceAsync(name, new StartOrchestrationOptions(id));
    effects.Note($"started {id}");
}

internal sealed class StoreFailedException(string message) : Exception(message);
