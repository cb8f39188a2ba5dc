using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Functions;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host;

/// <summary>Everything that <c>up</c> starts: storage, clock, engine and host; stopped in the opposite order.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> open = new();

    private LocalSystem() { }

    /// <summary>The running host.</summary>
    public LocalHost Host { get; private set; } = null!;

    /// <summary>The product's clock.</summary>
    public SegmentedClock Clock { get; private set; } = null!;

    /// <summary>The mails sent so far.</summary>
    public MailStore Mails { get; private set; } = null!;

    /// <summary>The folder that keeps everything.</summary>
    public DataFolder Data { get; private set; } = null!;

    /// <summary>Ends when a part had to stop by itself, and says why in one line.</summary>
    public Task<string> Failure { get; private set; } = null!;

    /// <summary>Starts all; what was started is stopped again when a later part cannot start.</summary>
    public static async Task<LocalSystem> StartAsync(
        IProduct product,
        UpOptions options,
        CancellationToken cancellationToken
    )
    {
        var system = new LocalSystem();
        try
        {
            await system.StartPartsAsync(product, options, cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        while (open.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private async Task StartPartsAsync(
        IProduct product,
        UpOptions options,
        CancellationToken cancellationToken
    )
    {
        Data = DataFolder.Open(options.DataPath, options.Fresh);
        Keep(Data);
        if (!AzuritePorts.IsFree(options.Port))
        {
            throw new StartException(
                $"Port {options.Port} is in use: stop what uses it, or choose another with --port."
            );
        }

        if (options.Clamd is { } clamd)
        {
            await ScanChoice.CheckAsync(clamd, cancellationToken);
        }
        var azurite = await AzuriteProcess.StartAsync(
            options.Root,
            Data,
            AzuritePorts.After(options.Port),
            cancellationToken,
            options.Tell
        );
        open.Push(azurite);
        Clock = SegmentedClock.Open(
            TimeProvider.System,
            new FileClockStore(Data.File("clock.json")),
            product.ClockStart,
            options.Speed,
            isPaced: true
        );
        Keep(Clock);
        Mails = new MailStore(Data.Folder("mail"));
        Host = LocalHost.Build(
            product.App,
            Settings(product, options, azurite.Ports.ConnectionString)
        );
        open.Push(Host);
        await product.PrepareAsync(Host.Services, cancellationToken);
        await Host.StartAsync(cancellationToken);
        Failure = Task.WhenAny(Host.Failure, azurite.Failure).Unwrap();
    }

    private LocalHostSettings Settings(IProduct product, UpOptions options, string storage) =>
        new()
        {
            Port = options.Port,
            Configuration = product.Configure(
                new Uri($"http://127.0.0.1:{options.Port}"),
                storage,
                options.Clamd,
                Data
            ),
            Clock = Clock,
            FindZone = product.FindZoneAsync,
            Wall = TimeProvider.System,
            Mails = Mails,
            Keys = FunctionKeys.Open(Data.File("keys.json")),
            TimersPath = Data.File("timers.json"),
            Engine = services =>
                LocalEngine.Open(services, product.Assembly, Data.File("engine.db")),
            Replace = services => product.Replace(services, Clock, TimeProvider.System, Mails),
            Log = logging => LocalLog.Add(logging, Data.File("logs", "review.log")),
        };

    private void Keep(IDisposable part) => open.Push(new Disposal(part));

    private sealed class Disposal(IDisposable part) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            part.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
