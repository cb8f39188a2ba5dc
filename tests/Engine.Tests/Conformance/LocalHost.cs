using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgramReview.Conformance.Suite;

namespace ProgramReview.Conformance;

/// <summary>One engine, stepped by hand.</summary>
internal sealed class LocalHost : IConformanceHost
{
    private static readonly DateTimeOffset Start = new(2024, 8, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DurableTaskRegistry _registry = new();
    private readonly ILoggerFactory _loggers;
    private readonly Keeping _keeping;
    private readonly string? _folder;
    private readonly VirtualClock _clock = new(Start);
    private IEngineStore _store;
    private DurableEngine _engine;
    private byte _ids;

    public LocalHost(Action<DurableTaskRegistry> register, ILoggerProvider? logs, Keeping keeping)
    {
        register(_registry);
        _loggers = LoggerFactory.Create(logging =>
        {
            if (logs is not null)
            {
                logging.AddProvider(logs);
            }
        });
        _keeping = keeping;
        _folder =
            keeping == Keeping.Reopened
                ? Directory.CreateTempSubdirectory("conformance-").FullName
                : null;
        _store = NewStore();
        _engine = NewEngine();
    }

    public DurableTaskClient Client => _engine.Client;

    public int Looks { get; private set; }

    /// <summary>Every instance with its history, once the host is gone.</summary>
    public string? Remains { get; private set; }

    public async Task SettleAsync()
    {
        await _engine.RunUntilIdleAsync().WaitAsync(Patience);
        if (_keeping == Keeping.Reopened)
        {
            await _engine.DisposeAsync();
            await _store.DisposeAsync();
            _store = NewStore();
            _engine = NewEngine();
        }
    }

    public async Task PassAsync(TimeSpan span)
    {
        var end = _clock.GetUtcNow() + span;
        await SettleAsync();
        while (_engine.NextDue is { } due && due <= end)
        {
            await AdvanceAsync(due);
        }

        await AdvanceAsync(end);
    }

    public async Task<OrchestrationMetadata> EndAsync(string instanceId)
    {
        await SettleAsync();
        OrchestrationMetadata? instance;
        while (
            (instance = await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: true))
                is not { IsCompleted: true }
        )
        {
            Assert.True(
                _engine.NextDue is not null,
                $"'{instanceId}' waits for ever: {instance?.RuntimeStatus}."
            );
            await AdvanceAsync(_engine.NextDue.Value);
        }

        return instance;
    }

    public async Task ForgetCodeAsync()
    {
        await SettleAsync();
        await _engine.DisposeAsync();
        _engine = NewEngine();
    }

    public async Task<IReadOnlyList<string>?> ActionsAsync(string instanceId)
    {
        Looks++;
        var history = await _engine.ReadHistoryAsync(instanceId);
        return
        [
            .. history
                .Select(line => JsonDocument.Parse(line).RootElement)
                .Select(Describe)
                .OfType<string>(),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        Remains = await DescribeAsync();
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
        _loggers.Dispose();
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string? Describe(JsonElement line)
    {
        var word = line.GetProperty("Kind").GetString() switch
        {
            "ActivityScheduled" => "activity",
            "ChildScheduled" => "child",
            "TimerCreated" => "timer",
            "EventSent" => "event",
            _ => null,
        };
        var name = line.TryGetProperty("Name", out var given) ? $" {given.GetString()}" : "";
        return word is null ? null : $"{word} #{line.GetProperty("TaskId")}{name}";
    }

    private async Task AdvanceAsync(DateTimeOffset instant)
    {
        _clock.AdvanceTo(instant > _clock.GetUtcNow() ? instant : _clock.GetUtcNow());
        await SettleAsync();
    }

    private async Task<string> DescribeAsync()
    {
        var text = new StringBuilder();
        var query = new OrchestrationQuery(FetchInputsAndOutputs: true);
        await foreach (var instance in Client.GetAllInstancesAsync(query))
        {
            text.AppendLine(
                $"{instance} {instance.SerializedInput} {instance.SerializedOutput} {instance.SerializedCustomStatus} {instance.FailureDetails}"
            );
            foreach (var line in await _engine.ReadHistoryAsync(instance.InstanceId))
            {
                text.AppendLine(line);
            }
        }

        return text.ToString();
    }

    private IEngineStore NewStore() =>
        _folder is null
            ? new MemoryEngineStore()
            : new SqliteEngineStore(Path.Combine(_folder, "engine.db"));

    private DurableEngine NewEngine() =>
        new(
            _registry,
            new ServiceCollection().BuildServiceProvider(),
            _store,
            _clock,
            new EngineOptions
            {
                CacheInstances = _keeping == Keeping.Kept,
                // Ids nobody gave are the same in every run, so that runs can be compared.
                NewId = () => new Guid(_ids++, 0, 0, new byte[8]),
            },
            _loggers
        );
}
