using System.Diagnostics;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Benchmarks.Receipts;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;

namespace ProgramReview.Benchmarks.Pages;

/// <summary>A cycle of so many units is started over HTTP on the local host; measured is until every unit has its letter.</summary>
/// <param name="Units">How many.</param>
internal sealed record RequestsCase(int Units)
{
    private const double MostSeconds = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public string Name => $"requests-out-{Units}";

    public async Task<Measurement> MeasureAsync()
    {
        using var folder = new ScratchFolder();
        using var limit = new CancellationTokenSource(Patience);
        var options = new UpOptions(
            AzuritePorts.After(0).Blob,
            folder.File("data"),
            Speed: 1,
            Fresh: false,
            Repository.Root
        );
        await using var system = await LocalSystem.StartAsync(
            new LocalProduct(),
            options,
            limit.Token
        );
        using var http = new HttpClient(new SocketsHttpHandler())
        {
            BaseAddress = system.Host.Address,
        };
        var watch = Stopwatch.StartNew();
        await new LiveCase(Units, 0, 0).StartCycleAsync(http, limit.Token);
        while (system.Mails.List().Count < Units)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        return new(Name, "azurite", seconds)
        {
            Items = Units,
            Limits = [new("s", seconds, MostSeconds, IsBinding: false)],
        };
    }
}
