using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ProgramReview.Host.Tests.App;
using ProgramReview.Local.Host.Functions;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Host.Tests;

/// <summary>The trigger functions with a fake wall clock, without a host around them.</summary>
internal sealed class TriggerRig : IDisposable
{
    private readonly ServiceProvider services;
    private readonly FunctionCatalog catalog;
    private readonly string ledgerPath = Path.Combine(
        Directory.CreateTempSubdirectory("timers").FullName,
        "timers.json"
    );
    private readonly MemoryClockStore clockStore = new();

    public TriggerRig(string every = "0 * * * * *")
    {
        Clock = OpenClock();
        Pace = new ClockPace(Clock, Wall);
        var settings = new Dictionary<string, string?>
        {
            ["Every"] = every,
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
        };
        services = new ServiceCollection()
            .AddSingleton(Calls)
            .AddSingleton<TimeProvider>(_ => Clock)
            .BuildServiceProvider();
        catalog = FunctionCatalog.Of(
            [typeof(TriggerFunctions)],
            HostJson.Default,
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build()
        );
    }

    public FakeTimeProvider Wall { get; } =
        new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    public SegmentedClock Clock { get; private set; }

    public ClockPace Pace { get; private set; }

    public Calls Calls { get; } = new();

    public TimerListener Timer() =>
        new(
            Find("Minutely"),
            Invoker(),
            new TimerLedger(ledgerPath),
            Clock,
            Pace,
            NullLogger<TimerListener>.Instance
        );

    public QueueListener Queue(string function, IMessageQueue queue, QueueBell? bell = null) =>
        new(
            Find(function),
            queue,
            bell ?? new QueueBell(),
            Invoker(),
            HostJson.Default,
            Wall,
            NullLogger<QueueListener>.Instance
        );

    public void RestartClock()
    {
        Pace.Dispose();
        Clock.Dispose();
        Clock = OpenClock();
        Pace = new ClockPace(Clock, Wall);
    }

    public void Dispose()
    {
        services.Dispose();
        Pace.Dispose();
        Clock.Dispose();
    }

    private SegmentedClock OpenClock() =>
        SegmentedClock.Open(
            Wall,
            clockStore,
            new DateTimeOffset(2024, 8, 1, 0, 0, 30, TimeSpan.Zero),
            isPaced: true
        );

    private LocalFunction Find(string name) => catalog.Functions.Single(f => f.Name == name);

    private FunctionInvoker Invoker() =>
        new(
            services.GetRequiredService<IServiceScopeFactory>(),
            new LocalWorkerBuilder(new ServiceCollection()),
            Pace
        );
}
