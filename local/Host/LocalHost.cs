using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Host.Functions;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Pages;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host;

/// <summary>Runs a functions app in this process: its HTTP, timer and queue functions, its orchestrations, and the local pages.</summary>
internal sealed partial class LocalHost : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly IWorkflowEngine engine;

    // What is not over by then is taken up at the next start, as after a crash.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly FunctionListeners listeners;
    private bool started;

    private LocalHost(
        WebApplication web,
        IWorkflowEngine engine,
        FunctionListeners listeners,
        ClockControl control,
        ClockPace pace
    ) =>
        (this.web, this.engine, this.listeners, Control, Pace) = (
            web,
            engine,
            listeners,
            control,
            pace
        );

    /// <summary>What a clock that is sped up waits for.</summary>
    public ClockPace Pace { get; }

    /// <summary>What a person can do with the clock.</summary>
    public ClockControl Control { get; }

    /// <summary>The app's services.</summary>
    public IServiceProvider Services => web.Services;

    /// <summary>Where the host answers; known once it has started.</summary>
    public Uri Address => new(web.Urls.First());

    /// <summary>Ends when the engine had to stop by itself, and says why in one line.</summary>
    public Task<string> Failure => engine.Failure;

    /// <summary>Puts the app together; throws when there is a function that cannot be run here.</summary>
    public static LocalHost Build(FunctionsApp app, LocalHostSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "review" }
        );
        builder.Configuration.AddInMemoryCollection(settings.Configuration);
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(System.Net.IPAddress.Loopback, settings.Port);
        });
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        settings.Log(builder.Logging);

        var json = HostJson.Read(app.HostJsonPath);
        var worker = new LocalWorkerBuilder(builder.Services);
        builder.Services.AddRouting();
        builder.Services.AddMvcCore();
        builder.Services.AddHttpContextAccessor();
        app.Compose(worker, builder.Configuration);
        builder.Services.AddSingleton<IHostLifetime, ForeignLifetime>();
        builder.Services.RemoveAll<TimeProvider>();
        builder.Services.AddSingleton<TimeProvider>(settings.Clock);
        settings.Replace(builder.Services);
        builder.Services.AddSingleton(json);
        builder.Services.AddSingleton(services => settings.Engine(services));
        builder.Services.AddSingleton(services =>
            services.GetRequiredService<IWorkflowEngine>().Client
        );
        var catalog = FunctionCatalog.Of(app.Types, json, builder.Configuration);

        var web = builder.Build();
        return Assemble(web, worker, catalog, json, settings);
    }

    /// <summary>Starts the engine, then the door, then what calls functions by itself.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken);
        started = true;
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch (IOException taken)
        {
            throw new StartException(
                $"The port is taken ({taken.Message.TrimEnd('.')}). Stop what uses it, or choose another with --port."
            );
        }

        listeners.Start();
        (engine.Worked, Pace.Arrived) = (Pace.Reconsider, engine.Look);
        Pace.Start([new EngineWork(engine), .. listeners.Work], listeners.Places);
    }

    /// <summary>Closes the door, gives what runs some time to come to an end, and stops the engine.</summary>
    public async Task StopAsync()
    {
        if (!started)
        {
            return;
        }

        started = false;
        Pace.Dispose();
        await WithPatienceAsync(listeners.StopAsync);
        await WithPatienceAsync(web.StopAsync);
        await WithPatienceAsync(engine.StopAsync);
    }

    private static async Task WithPatienceAsync(Func<CancellationToken, Task> stop)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await stop(patience.Token);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        listeners.Dispose();
        await web.DisposeAsync();
    }

    private static LocalHost Assemble(
        WebApplication web,
        LocalWorkerBuilder worker,
        FunctionCatalog catalog,
        HostJson json,
        LocalHostSettings settings
    )
    {
        var services = web.Services;
        var engine = services.GetRequiredService<IWorkflowEngine>();
        var pace = new ClockPace(settings.Clock, settings.Wall);
        var invoker = new FunctionInvoker(
            services.GetRequiredService<IServiceScopeFactory>(),
            worker,
            pace
        );
        var listeners = Listeners(services, invoker, catalog, json, settings, pace);
        Log.Ignored(
            services.GetRequiredService<ILogger<LocalHost>>(),
            string.Join(", ", json.Ignored)
        );
        var control = new ClockControl(settings.Clock, () => engine.NextDue ?? listeners.NextDue);

        web.Use((context, next) => LocalGuard.GuardAsync(context, next));
        web.Use(
            async (context, next) =>
            {
                if (BarMiddleware.WantsPage(context.Request))
                {
                    control.Zone = await settings.FindZone(services, context.RequestAborted);
                }

                await next(context);
            }
        );
        var bar = new BarMiddleware(
            (request, language) => ClockBar.For(request, language, control)
        );
        web.Use((context, next) => bar.InvokeAsync(context, next));
        web.UseRouting();
        web.Use(HideWrongMethod);
        web.Use(LocalPage.TellWhereNothingIsAsync);
        new HttpFunctions(
            invoker,
            settings.Keys,
            services.GetRequiredService<ILogger<HttpFunctions>>()
        ).Map(web, catalog.Functions);
        ClockPages.Map(web, control);
        SignInPages.Map(web);
        MailboxApi.Map(web, settings.Mails);
        new MailboxPages(settings.Mails, control.Show).Map(web);
        return new LocalHost(web, engine, listeners, control, pace);
    }

    /// <summary>Functions answers a wrong method with 404; routing says 405 by an endpoint of its own.</summary>
    private static Task HideWrongMethod(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null and not RouteEndpoint)
        {
            context.SetEndpoint(null);
        }

        return next(context);
    }

    private static FunctionListeners Listeners(
        IServiceProvider services,
        FunctionInvoker invoker,
        FunctionCatalog catalog,
        HostJson json,
        LocalHostSettings settings,
        ClockPace pace
    )
    {
        var timerLog = services.GetRequiredService<ILogger<TimerListener>>();
        var queueLog = services.GetRequiredService<ILogger<QueueListener>>();
        var bell = services.GetService<QueueBell>() ?? new QueueBell();
        var ledger = new TimerLedger(settings.TimersPath);
        List<TimerListener> timers = [];
        List<QueueListener> queues = [];
        foreach (var function in catalog.Functions)
        {
            switch (function.Trigger)
            {
                case FunctionTrigger.Timer:
                    timers.Add(
                        new TimerListener(function, invoker, ledger, settings.Clock, pace, timerLog)
                    );
                    break;
                case FunctionTrigger.Queue trigger:
                    var queue = new AzureMessageQueue(
                        new QueueServiceClient(trigger.Connection),
                        trigger.Name
                    );
                    queues.Add(
                        new QueueListener(
                            function,
                            queue,
                            bell,
                            invoker,
                            json,
                            settings.Wall,
                            queueLog
                        )
                    );
                    break;
            }
        }

        return new FunctionListeners(timers, queues);
    }

    private sealed class EngineWork(IWorkflowEngine engine) : IWork
    {
        public string Name => "the workflow";

        public DateTimeOffset? NextWork => engine.NextWork;
    }

    private static partial class Log
    {
        [LoggerMessage(
            1,
            LogLevel.Information,
            "Settings of host.json that mean nothing here: {Settings}"
        )]
        public static partial void Ignored(ILogger logger, string settings);
    }

    /// <summary>Who starts the host also stops it; signals are theirs.</summary>
    private sealed class ForeignLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
