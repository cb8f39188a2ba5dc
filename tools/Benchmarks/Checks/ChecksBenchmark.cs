using System.Diagnostics;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Local.Simulation;

namespace ProgramReview.Benchmarks.Checks;

/// <summary>Long files read whole, each beside the least that anybody could do with it.</summary>
internal sealed class ChecksBenchmark : IBenchmark
{
    private const double MostGrowth = 1.3;
    private const double MostReading = 2;
    private const int Warm = 2;

    /// <inheritdoc/>
    public string Name => "checks";

    /// <inheritdoc/>
    public string Summary => "Read long reports and annexes, beside a bare pass over them";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
    {
        var (rounds, pages, rows, files) = isTiny ? (1, 2, 10, 4) : (7, 300, 2_000, 1_000);
        if (cases("read-docx"))
        {
            yield return await RatioAsync(
                "read-docx",
                LongFiles.Docx(isTiny ? 2 : 200),
                FileFormat.Docx,
                BarePass.Word,
                2,
                file => BarePass.Xml(file, "word/document.xml"),
                rounds
            );
        }
        if (cases("read-pdf"))
        {
            yield return await RatioAsync(
                "read-pdf",
                LongFiles.Pdf(pages),
                FileFormat.Pdf,
                BarePass.Pdf,
                1.3,
                null,
                rounds
            );
        }
        if (cases("read-xlsx"))
        {
            yield return await RatioAsync(
                "read-xlsx",
                LongFiles.Xlsx(rows),
                FileFormat.Xlsx,
                BarePass.Sheet,
                1.5,
                file => BarePass.Xml(file, "xl/worksheets/sheet1.xml"),
                rounds
            );
        }
        if (cases("read-many"))
        {
            yield return await ManyAsync(files);
        }
        if (cases(LiveChecks.Name))
        {
            var live = isTiny ? new LiveChecks(2, Warm: 1) : new LiveChecks(120, Warm: 10);
            yield return await live.MeasureAsync(CancellationToken.None);
        }
        if (cases("simulated-cycles"))
        {
            yield return await SimulatedAsync(isTiny ? 1 : 40);
        }
    }

    // Both by turns, so that whatever else the machine does weighs on both; on this thread's behalf, by the processor's time.
    private static async Task<Measurement> RatioAsync(
        string name,
        byte[] file,
        FileFormat format,
        Action<byte[]> bare,
        double most,
        Action<byte[]>? barest,
        int rounds
    )
    {
        var reader = Reading.Reader();
        var (ours, least, lowest) = (new List<double>(), new List<double>(), new List<double>());
        // What is measured is the reader, not the compiler.
        for (var warm = 0; warm < Warm * rounds; warm++)
        {
            await ReadAsync(reader, file, format);
            bare(file);
            barest?.Invoke(file);
        }
        var allocated = 0L;
        for (var round = 0; round < rounds; round++)
        {
            least.Add(await Reading.ProcessorAsync(() => Task.Run(() => bare(file))));
            if (barest is not null)
            {
                lowest.Add(await Reading.ProcessorAsync(() => Task.Run(() => barest(file))));
            }
            var before = GC.GetTotalAllocatedBytes();
            ours.Add(await Reading.ProcessorAsync(() => ReadAsync(reader, file, format)));
            allocated = GC.GetTotalAllocatedBytes() - before;
        }
        return new Measurement(name, "none", Median.Of(ours))
        {
            Items = 1,
            AllocatedBytes = allocated,
            Figures = new() { ["plainSeconds"] = Median.Of(least), ["fileBytes"] = file.Length },
            Limits =
            [
                new Limit("x a plain pass", Ratio(ours, least), most, IsBinding: true),
                .. barest is null
                    ? Enumerable.Empty<Limit>()
                    : [new Limit("x the bare XML", Ratio(ours, lowest), most, IsBinding: false)],
            ],
        };
    }

    private static double Ratio(List<double> ours, List<double> other) =>
        Median.Of(ours.Zip(other, (one, least) => one / Math.Max(least, 1e-6)));

    private static async Task<Measurement> ManyAsync(int files)
    {
        var reader = Reading.Reader();
        var samples = new (byte[] File, FileFormat Format)[]
        {
            (LongFiles.Docx(5), FileFormat.Docx),
            (LongFiles.Pdf(2), FileFormat.Pdf),
            (LongFiles.Xlsx(50), FileFormat.Xlsx),
        };
        var tenth = Math.Max(1, files / 10);
        var first = 0L;
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < files; i++)
        {
            var (file, format) = samples[i % samples.Length];
            await ReadAsync(reader, file, format);
            if (i == tenth)
            {
                first = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
        return new Measurement("read-many", "none", watch.Elapsed.TotalSeconds)
        {
            Items = files,
            Limits =
            [
                new Limit(
                    $"x the memory after {tenth}",
                    (double)GC.GetTotalMemory(forceFullCollection: true) / first,
                    MostGrowth,
                    IsBinding: true
                ),
            ],
        };
    }

    // By turns, the same seeds: what is found in files changes what people do, so the courses are alike and not the same.
    private static async Task<Measurement> SimulatedAsync(int seeds)
    {
        var (read, unread) = (0.0, 0.0);
        for (var seed = -Warm; seed < seeds; seed++)
        {
            var (one, other) = (
                await Reading.ProcessorAsync(() => Simulations.PlayOnlyAsync(seed, reads: true)),
                await Reading.ProcessorAsync(() => Simulations.PlayOnlyAsync(seed, reads: false))
            );
            (read, unread) = seed < 0 ? (0, 0) : (read + one, unread + other);
        }
        return new Measurement("simulated-cycles", "memory", read)
        {
            Items = seeds,
            Figures = new() { ["unreadSeconds"] = unread },
            Limits =
            [
                new Limit("x as long as unread", read / unread, MostReading, IsBinding: true),
            ],
        };
    }

    private static async Task ReadAsync(IContentReader reader, byte[] file, FileFormat format)
    {
        using var content = new MemoryStream(file);
        var facts = await reader.ReadAsync(content, format, CancellationToken.None);
        if (facts.Fault is { } fault)
        {
            throw new InvalidOperationException($"A {format} file was not read: {fault}.");
        }
    }
}
