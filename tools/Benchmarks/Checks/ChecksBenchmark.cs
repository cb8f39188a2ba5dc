using System.Diagnostics;
using ProgramReview.Benchmarks.Harness;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Benchmarks.Checks;

/// <summary>Long files read whole, each beside the least that anybody could do with it.</summary>
internal sealed class ChecksBenchmark : IBenchmark
{
    private const double MostGrowth = 1.3;
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
                file => BarePass.Xml(file, "word/document.xml"),
                2,
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
                rounds
            );
        }
        if (cases("read-xlsx"))
        {
            yield return await RatioAsync(
                "read-xlsx",
                LongFiles.Xlsx(rows),
                FileFormat.Xlsx,
                file => BarePass.Xml(file, "xl/worksheets/sheet1.xml"),
                1.5,
                rounds
            );
        }
        if (cases("read-many"))
        {
            yield return await ManyAsync(files);
        }
    }

    // Both by turns, so that whatever else the machine does weighs on both; on this thread's behalf, by the processor's time.
    private static async Task<Measurement> RatioAsync(
        string name,
        byte[] file,
        FileFormat format,
        Action<byte[]> bare,
        double most,
        int rounds
    )
    {
        var reader = Reading.Reader();
        var (ours, least) = (new List<double>(), new List<double>());
        // What is measured is the reader, not the compiler.
        for (var warm = 0; warm < Warm * rounds; warm++)
        {
            await ReadAsync(reader, file, format);
            bare(file);
        }
        var allocated = 0L;
        for (var round = 0; round < rounds; round++)
        {
            least.Add(await Reading.ProcessorAsync(() => Task.Run(() => bare(file))));
            var before = GC.GetTotalAllocatedBytes();
            ours.Add(await Reading.ProcessorAsync(() => ReadAsync(reader, file, format)));
            allocated = GC.GetTotalAllocatedBytes() - before;
        }
        return new Measurement(name, "none", Median.Of(ours))
        {
            Items = 1,
            AllocatedBytes = allocated,
            Figures = new() { ["bareSeconds"] = Median.Of(least), ["fileBytes"] = file.Length },
            Limits =
            [
                new Limit(
                    "x a bare pass",
                    Median.Of(ours.Zip(least, (one, other) => one / other)),
                    most,
                    IsBinding: true
                ),
            ],
        };
    }

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
