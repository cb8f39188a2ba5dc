using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.Engine;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Local.Rehearsal;

/// <summary>The live product on a virtual clock with memory behind its ports: no server, no file, no mail.</summary>
public sealed class World : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private World(ServiceProvider services, VirtualClock clock, DurableEngine engine)
    {
        this.services = services;
        Clock = clock;
        Engine = engine;
    }

    /// <summary>The virtual clock.</summary>
    public VirtualClock Clock { get; }

    /// <summary>The engine; it runs only when told to.</summary>
    public DurableEngine Engine { get; }

    /// <summary>Rings and starts orchestrations.</summary>
    public DurableTaskClient Client => Engine.Client;

    /// <summary>A service of the product.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Makes a world.</summary>
    /// <param name="start">Where its clock begins.</param>
    /// <param name="cacheInstances">False replays every orchestration from the start at each step, as tests want it.</param>
    /// <param name="configure">Puts other services in place.</param>
    public static World Create(
        DateTimeOffset start,
        bool cacheInstances = true,
        Action<IServiceCollection>? configure = null
    )
    {
        var clock = new VirtualClock(start);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var collection = new ServiceCollection();
        DurableEngine? engine = null;
        collection
            .AddLogging()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton<TimeProvider>(clock)
            .AddInMemoryAdapters()
            .AddReview(settings)
            .Configure<MailOptions>(settings.GetSection(MailOptions.SectionName))
            .AddSingleton<RehearsedPost>()
            .AddSingleton<IMailSender>(provider => provider.GetRequiredService<RehearsedPost>())
            .AddSingleton(_ => engine!.Client)
            .AddSingleton<MemoryHands>();
        configure?.Invoke(collection);
        var services = collection.BuildServiceProvider();
        engine = new DurableEngine(
            new DurableTaskRegistry().AddFunctions(typeof(ProgramReviewRegistration).Assembly),
            services,
            new MemoryEngineStore(),
            clock,
            new EngineOptions { CacheInstances = cacheInstances }
        );
        return new World(services, clock, engine);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await services.DisposeAsync();
    }

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
