using System.Diagnostics;
using System.Globalization;
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
        var azurite = Process.GetProcessById(
            int.Parse(
                (await File.ReadAllTextAsync(folder.File("data/azurite.pid"), limit.Token)).Split(
                    ' '
                )[0],
                CultureInfo.InvariantCulture
            )
        );
        using var count = new RequestCount();
        var (ours, storage) = (Environment.CpuUsage.TotalTime, azurite.TotalProcessorTime);
        var allocated = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        await new LiveCase(Units, 0, 0).StartCycleAsync(http, limit.Token);
        while (system.Mails.List().Count < Units)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
        }
        var seconds = watch.Elapsed.TotalSeconds;
        azurite.Refresh();
        var figures = new Dictionary<string, object>
        {
            ["processorMillisecondsEach"] = Each(Environment.CpuUsage.TotalTime - ours),
            ["processorMillisecondsEachOfStorage"] = Each(azurite.TotalProcessorTime - storage),
            ["operationsEach"] = Math.Round(count.All.Sum(kind => kind.Value) / (double)Units, 2),
        };
        foreach (var (kind, number) in count.All.Where(kind => kind.Value > Units / 20))
        {
            figures[$"{kind} each"] = Math.Round(number / (double)Units, 2);
        }
        return new(Name, "azurite", seconds)
        {
            Items = Units,
            AllocatedBytes = GC.GetTotalAllocatedBytes() - allocated,
            Figures = figures,
            Limits = [new("s", seconds, MostSeconds, IsBinding: false)],
        };

        double Each(TimeSpan all) => Math.Round(all.TotalMilliseconds / Units, 2);
    }
}
