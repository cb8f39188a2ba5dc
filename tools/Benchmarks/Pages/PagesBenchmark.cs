using ProgramReview.Benchmarks.Harness;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Azurite;
using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Benchmarks.Pages;

/// <summary>What looks, dossiers and requests cost as plans grow.</summary>
internal sealed class PagesBenchmark : IBenchmark
{
    private static readonly PagesCase[] Sizes =
    [
        new("36", 0, 40),
        new("1000", 1_000, 40),
        new("3000", 3_000, 40),
        new("12000", 12_000, 40),
    ];

    private static readonly RequestsCase[] Requests = [new(500), new(3_000)];

    /// <inheritdoc/>
    public string Name => "pages";

    /// <inheritdoc/>
    public string Summary =>
        "Status pages, the index and the dossier from 36 assignments to 12,000, and 3,000 requests";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        var sizes = isTiny
            ? [new PagesCase("36", 0, 2)]
            : Sizes.Where(size => size.IsAmong(cases)).ToArray();
        if (sizes.Length > 0)
        {
            using var folder = new ScratchFolder();
            using var data = DataFolder.Open(folder.File("data"), fresh: false);
            await using var azurite = await AzuriteProcess.StartAsync(
                Repository.Root,
                data,
                AzuritePorts.After(0),
                CancellationToken.None
            );
            foreach (var size in sizes)
            {
                foreach (var measurement in await size.MeasureAsync(azurite))
                {
                    yield return measurement;
                }
            }
        }
        foreach (var requests in isTiny ? [new RequestsCase(3)] : Requests)
        {
            if (cases(requests.Name))
            {
                yield return await requests.MeasureAsync();
            }
        }
    }
}
