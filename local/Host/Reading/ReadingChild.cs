using System.Diagnostics;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Host.Reading;

/// <summary>A process that reads files, one at a time, with a bound on its memory, no secrets in its surroundings, and a folder that goes with it.</summary>
internal sealed class ReadingChild : IAsyncDisposable
{
    // In hexadecimal digits, as the runtime takes it: 512 MiB.
    private const string HeapLimit = "20000000";

    private static readonly string[] Kept =
    [
        "PATH",
        "HOME",
        "DOTNET_ROOT",
        "LANG",
        "TZ",
        "SystemRoot",
    ];

    private readonly Process process;
    private readonly string folder;

    private ReadingChild(Process process, string folder) =>
        (this.process, this.folder) = (process, folder);

    /// <summary>How many files it has read.</summary>
    public int Files { get; private set; }

    /// <summary>The process.</summary>
    public int Id => process.Id;

    /// <summary>Whether it still lives and has its folder: whoever tidies up the machine may have taken either while it was idle.</summary>
    public bool IsReady => !process.HasExited && Directory.Exists(folder);

    /// <summary>Starts one.</summary>
    public static ReadingChild Start()
    {
        var folder = Directory
            .CreateTempSubdirectory(
                FormattableString.Invariant($"review-reading-{Environment.ProcessId}-")
            )
            .FullName;
        var start = new ProcessStartInfo(Runtime)
        {
            ArgumentList = { typeof(ReadingChild).Assembly.Location, ReadChildCommand.Name },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        foreach (
            var name in start
                .Environment.Keys.Except(Kept, StringComparer.OrdinalIgnoreCase)
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }
        start.Environment["DOTNET_GCHeapHardLimit"] = HeapLimit;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        // No dump of a file that made it fall.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["ASPNETCORE_TEMP"] = folder;
        start.Environment["TMPDIR"] = folder;
        return new ReadingChild(Process.Start(start)!, folder);
    }

    /// <summary>Has it read a file; whatever ends it meanwhile is thrown as <see cref="IOException"/>.</summary>
    public async Task<ContentFacts> ReadAsync(
        Stream content,
        FileFormat format,
        CancellationToken cancellation
    )
    {
        Files++;
        var input = process.StandardInput.BaseStream;
        await input.WriteAsync(new[] { (byte)format }, cancellation);
        await ChildProtocol.SendAsync(content, input, cancellation);
        return await ChildProtocol.FactsAsync(process.StandardOutput.BaseStream, cancellation);
    }

    /// <summary>Ends it at once, and its folder with it.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // What was read is worth more than a folder that is gone, or that stays.
        }
    }

    // The program that runs this one, unless this one is its own.
    private static string Runtime =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
            ? Environment.ProcessPath!
            : "dotnet";
}
