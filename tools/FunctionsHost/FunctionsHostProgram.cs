using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgramReview.FunctionsHost.App;
using ProgramReview.FunctionsHost.Http;
using ProgramReview.FunctionsHost.Triggers;
using ProgramReview.FunctionsHost.Worker;
using Yarp.ReverseProxy.Forwarder;

namespace ProgramReview.FunctionsHost;

/// <summary>Starts everything in the order in which a Functions host does, and stops it in the reverse order.</summary>
internal static class FunctionsHostProgram
{
    private static readonly TimeSpan Progress = TimeSpan.FromSeconds(10);

    // As the Functions host lets in.
    private const long LargestBody = 104_857_600;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(HostOptions options, CancellationToken stopping)
    {
        var app = new PublishedApp(options.App);
        var settings = AppSettings.Read(app, options.Azurite);
        void Logging(ILoggingBuilder logging) =>
            logging
                .AddSimpleConsole(console =>
                {
                    console.SingleLine = true;
                    console.TimestampFormat = "HH:mm:ss.fff ";
                })
                .SetMinimumLevel(options.IsVerbose ? LogLevel.Information : LogLevel.Warning)
                .AddFilter("Azure.Core", LogLevel.Warning)
                .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
                .AddFilter("Worker", LogLevel.Information);
        using var loggers = LoggerFactory.Create(Logging);
        var log = loggers.CreateLogger("Worker");

        var channel = new WorkerChannel(new WorkerLog(loggers));
        await using var stream = await ServeStreamAsync(channel, Logging);
        using var worker = WorkerProcess.Start(app, settings, AddressOf(stream), log);
        var ended = worker.EndedAsync();
        await using var web = CreateWeb(options.Port, Logging);
        using var http = new HttpForwarding(web.Services.GetRequiredService<IHttpForwarder>());
        var tally = new Tally();
        try
        {
            await OrEnd(channel.StartedAsync(), "the worker to call");
            await OrEnd(channel.InitialiseAsync(app), "the worker to begin");
            var functions = await channel.FunctionsAsync(app);
            Compare(app, functions);
            await OrEnd(channel.LoadAsync(functions), "the worker to load its functions");

            var emitted = new EmittedFunctions(functions);
            using var jobs = JobHosts.Create(
                app,
                settings,
                emitted,
                new FunctionBridge(functions, channel, http, tally),
                new Uri($"http://127.0.0.1:{options.Port}/"),
                Logging
            );
            await OrEnd(jobs.StartAsync(stopping), "the extensions; they need storage");
            var caller = jobs.Services.GetRequiredService<IJobHost>();
            using var timers = new TimerTriggers(functions, caller, log);
            await timers.StartAsync(stopping);
            web.MapFunctions(app, functions, caller);
            web.MapDurable(jobs.Services);
            await web.StartAsync(stopping);
            await Console.Out.WriteLineAsync(
                $"Ready: {functions.Count} functions at {AddressOf(web)}"
            );

            await Task.WhenAny(ended, Task.Delay(Timeout.InfiniteTimeSpan, stopping));
            await Console.Out.WriteLineAsync("Stopping ...");
            await InTimeAsync(web.StopAsync(CancellationToken.None), "requests");
            await InTimeAsync(timers.StopAsync(CancellationToken.None), "timers");
            await InTimeAsync(jobs.StopAsync(CancellationToken.None), "the extensions");
            if (ended.IsCompleted)
            {
                await Console.Error.WriteLineAsync(
                    $"The worker has ended by itself with {await ended}."
                );
                return 1;
            }
            // Before the extensions are disposed of, which without storage never ends either.
            await EndWorkerAsync();
            await Console.Out.WriteLineAsync($"Stopped. Invocations: {tally}.");
        }
        finally
        {
            await EndWorkerAsync();
        }
        return 0;

        async Task EndWorkerAsync()
        {
            channel.Terminate(Grace);
            if (!await worker.StopAsync(Grace))
            {
                await Console.Error.WriteLineAsync(
                    "The worker did not end in time and was killed."
                );
            }
        }

        // However long it takes on this machine: it is waited for as long as the worker lives.
        async Task OrEnd(Task step, string what)
        {
            for (var waited = Progress; ; waited += Progress)
            {
                var pause = Task.Delay(Progress, stopping);
                if (await Task.WhenAny(step, ended, pause) == ended)
                {
                    throw new AppFault($"The worker ended at its start with {await ended}.");
                }
                if (step.IsCompleted || pause.IsCanceled)
                {
                    await step.WaitAsync(stopping);
                    return;
                }
                await Console.Out.WriteLineAsync(
                    $"Still waiting for {what}, {waited.TotalSeconds:F0} s so far."
                );
            }
        }
    }

    // Without storage the extensions never end; the worker must not be left behind for that.
    private static async Task InTimeAsync(Task stop, string what)
    {
        try
        {
            await stop.WaitAsync(Grace);
        }
        catch (TimeoutException)
        {
            await Console.Error.WriteLineAsync($"Stopping {what} took too long.");
        }
    }

    // The worker speaks HTTP/2 without TLS here.
    private static async Task<WebApplication> ServeStreamAsync(
        WorkerChannel channel,
        Action<ILoggingBuilder> logging
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        logging(builder.Logging.ClearProviders());
        builder.Services.AddSingleton(channel);
        builder.Services.AddGrpc(grpc =>
            grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = int.MaxValue
        );
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                port: 0,
                listen => listen.Protocols = HttpProtocols.Http2
            )
        );
        var stream = builder.Build();
        stream.MapGrpcService<WorkerStream>();
        await stream.StartAsync();
        return stream;
    }

    private static WebApplication CreateWeb(int port, Action<ILoggingBuilder> logging)
    {
        var builder = WebApplication.CreateSlimBuilder();
        logging(builder.Logging.ClearProviders());
        builder.Services.AddHttpForwarder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }

    private static Uri AddressOf(WebApplication web) =>
        new(
            web.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Single()
        );

    // What the worker tells is what the Functions host goes by; what the build wrote down is what the scaling of the platform goes by.
    private static void Compare(PublishedApp app, IReadOnlyList<AppFunction> functions)
    {
        var told = functions.Select(function => function.Name).Order(StringComparer.Ordinal);
        if (!told.SequenceEqual(app.FunctionNames))
        {
            throw new AppFault("The worker tells of other functions than functions.metadata has.");
        }
        foreach (var difference in app.OtherExtensions)
        {
            Console.WriteLine(difference);
        }
    }
}
