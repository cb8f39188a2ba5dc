using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProgramReview.Host.Tests.App;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Functions;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Host.Tests;

public sealed class HostFixture : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2024, 8, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("host").FullName;
    private SegmentedClock clock = null!;

    internal LocalHost Host { get; private set; } = null!;

    internal MailStore Mails { get; private set; } = null!;

    internal FunctionKeys Keys { get; private set; } = null!;

    internal SegmentedClock Clock => clock;

    internal HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        clock = SegmentedClock.Open(TimeProvider.System, new MemoryClockStore(), Start);
        Mails = new MailStore(Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName);
        Keys = FunctionKeys.Open(Path.Combine(folder, "keys.json"));
        var app = new FunctionsApp(
            [typeof(TestFunctions)],
            Compose,
            Path.Combine(folder, "host.json")
        );
        Host = LocalHost.Build(
            app,
            new LocalHostSettings
            {
                Port = 0,
                Configuration = new Dictionary<string, string?>(),
                Clock = clock,
                FindZone = (_, _) =>
                    Task.FromResult(TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh")),
                Wall = TimeProvider.System,
                Mails = Mails,
                Keys = Keys,
                TimersPath = Path.Combine(folder, "timers.json"),
                Engine = services => new NoEngine(services),
                Log = logging => logging.SetMinimumLevel(LogLevel.None),
            }
        );
        await Host.StartAsync(CancellationToken.None);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false })
        {
            BaseAddress = Host.Address,
        };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Host.DisposeAsync();
        clock.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static void Compose(
        IFunctionsWorkerApplicationBuilder builder,
        Microsoft.Extensions.Configuration.IConfiguration configuration
    )
    {
        builder.Services.AddSingleton(new Greeting("Xin chào"));
        builder.Services.AddScoped<Scoped>();
        builder.UseMiddleware<FirstMiddleware>();
        builder.UseMiddleware<SecondMiddleware>();
    }
}
