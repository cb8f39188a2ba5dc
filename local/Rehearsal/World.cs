using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Uploading;
using ProgramReview.Local.Engine;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Local.Rehearsal;

/// <summary>The live product on a virtual clock with memory behind its ports: no server, no file, no mail.</summary>
public sealed class World : IAsyncDisposable
{
    // What the product's functions are does not change from world to world, and finding out takes longer than a small world lasts.
    private static readonly DurableTaskRegistry Functions = new DurableTaskRegistry().AddFunctions(
        typeof(ProgramReviewRegistration).Assembly
    );

    /// <summary>What a file may take to read: nobody waits for it here, and a machine that is slow must not change what comes of it.</summary>
    public static readonly ReadingLimits Reading = new() { Time = TimeSpan.FromHours(1) };

    private readonly ServiceProvider services;
    private readonly EngineOptions options;

    private World(
        ServiceProvider services,
        VirtualClock clock,
        IEngineStore store,
        EngineOptions options
    )
    {
        this.services = services;
        this.options = options;
        Clock = clock;
        Engine = EngineOn(store);
    }

    /// <summary>The virtual clock.</summary>
    public VirtualClock Clock { get; }

    /// <summary>The engine; it runs only when told to.</summary>
    public DurableEngine Engine { get; private set; }

    /// <summary>Rings and starts orchestrations.</summary>
    public DurableTaskClient Client => Engine.Client;

    /// <summary>A service of the product.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Makes a world.</summary>
    /// <param name="start">Where its clock begins.</param>
    /// <param name="cacheInstances">False replays every orchestration from the start at each step, as tests want it.</param>
    /// <param name="configure">Puts other services in place.</param>
    /// <param name="store">Where the engine keeps what it must not forget; memory unless given.</param>
    /// <param name="clock">The clock of a world before this one, which goes on; <paramref name="start"/> does not count then.</param>
    /// <param name="engine">How the engine works otherwise.</param>
    /// <param name="seed">What all chance begins with.</param>
    public static World Create(
        DateTimeOffset start,
        bool cacheInstances = true,
        Action<IServiceCollection>? configure = null,
        IEngineStore? store = null,
        VirtualClock? clock = null,
        EngineOptions? engine = null,
        int seed = 1
    )
    {
        clock ??= new VirtualClock(start);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var collection = new ServiceCollection();
        World? world = null;
        collection
            .AddLogging()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new WallClock(clock))
            .AddSingleton(Reading)
            .AddInMemoryAdapters(adapters => adapters.Seed = seed)
            .AddReview(settings)
            .Configure<MailOptions>(settings.GetSection(MailOptions.SectionName))
            // Nothing happens while a page waits: all there is to do is done when it is told to.
            .AddSingleton(provider => new CheckWait(
                provider.GetRequiredService<IEventStore>(),
                provider.GetRequiredService<CheckNews>(),
                TimeSpan.Zero
            ))
            .AddSingleton<RehearsedMailSender>()
            .AddSingleton<IMailSender>(provider =>
                provider.GetRequiredService<RehearsedMailSender>()
            )
            .AddSingleton<Func<DurableTaskClient>>(() => world!.Client)
            .AddSingleton<PageDriver>()
            .AddSingleton<PageActs>();
        configure?.Invoke(collection);
        world = new World(
            collection.BuildServiceProvider(),
            clock,
            store ?? new MemoryEngineStore(),
            (engine ?? new()) with
            {
                CacheInstances = cacheInstances,
            }
        );
        return world;
    }

    /// <summary>Runs all that is to be done now: the engine's work, and the checks that were asked for.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        do
        {
            await Engine.RunUntilIdleAsync(cancellation);
        } while (await Get<PageDriver>().CheckAllAsync(cancellation));
    }

    /// <summary>Throws the engine away, whatever it was doing, and takes up what its store holds; all else stays, as after a crash.</summary>
    public async Task ReopenAsync(IEngineStore store)
    {
        await Engine.DisposeAsync();
        Engine = EngineOn(store);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await services.DisposeAsync();
    }

    private DurableEngine EngineOn(IEngineStore store) =>
        new(
            Functions,
            services,
            store,
            Clock,
            options,
            services.GetRequiredService<ILoggerFactory>()
        );

    // The key protects nothing here: no link of a rehearsal opens anything outside it.
    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Links:BaseUri"] = "http://rehearsal.example/",
        ["Links:CurrentKey"] = "rehearsal",
        ["Links:Keys:rehearsal"] = Convert.ToBase64String(new byte[32]),
        ["Mail:FromName"] = "ProgramReview",
        ["Mail:FromAddress"] = "review@rehearsal.example",
    };
}
