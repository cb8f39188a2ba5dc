using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using ProgramReview.Local.Host.Reading;

namespace ProgramReview.Host.Tests.Reading;

/// <summary>Files are read in another process, and nothing that happens there is lost, thrown or left behind.</summary>
public sealed class ChildContentReaderTests
{
    private static readonly byte[] Table = Encoding.UTF8.GetBytes(
        "Chỉ tiêu;2024\nĐảng viên mới;12\n"
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_process_reads_one_file_after_the_other()
    {
        await using var reader = Reader();

        var first = await ReadAsync(reader, Table);
        var children = Children();
        var second = await ReadAsync(reader, Table);

        Assert.Equal(
            ["Chỉ tiêu", "2024", "Đảng viên mới", "12"],
            first.Annex!.Sheets.Single().Cells.Select(cell => cell.Written)
        );
        Assert.Equal(12, first.Annex.Sheets[0].Cells[^1].Number);
        Assert.Equal(first.Annex.Sheets[0].Cells, second.Annex!.Sheets[0].Cells);
        Assert.Single(children);
        Assert.Equal(children, Children());
    }

    [Fact]
    public async Task A_fault_ends_the_process_and_nothing_is_left()
    {
        var folders = Folders();
        await using (var reader = Reader())
        {
            var facts = await ReadAsync(reader, [1, 2, 0, 4]);

            Assert.Equal(ReadingFault.Damaged, facts.Fault);
            Assert.Empty(Children());
            Assert.Null((await ReadAsync(reader, Table)).Fault);
            Assert.Single(Children());
        }
        Assert.Empty(Children());
        Assert.Equal(folders, Folders());
    }

    [Fact]
    public async Task The_end_of_a_process_that_waited_is_no_fault_of_the_next_file()
    {
        await using var reader = Reader();
        await ReadAsync(reader, Table);
        using (var child = System.Diagnostics.Process.GetProcessById(Children().Single()))
        {
            child.Kill();
            await child.WaitForExitAsync(Cancellation);
        }

        Assert.Null((await ReadAsync(reader, Table)).Fault);
    }

    [Fact]
    public async Task A_process_that_falls_over_a_file_is_tried_once_more()
    {
        await using var reader = Reader();
        await ReadAsync(reader, Table);
        var waited = Children().Single();
        // It is stopped, so that it takes the file and falls while it has it.
        await SignalAsync("STOP", waited);
        var reading = ReadAsync(reader, Table);
        Assert.False(reading.IsCompleted);
        await SignalAsync("KILL", waited);

        Assert.Null((await reading).Fault);
        Assert.NotEqual(waited, Assert.Single(Children()));
    }

    [Fact]
    public async Task A_process_whose_folder_is_gone_is_not_taken()
    {
        var folders = Folders();
        await using var reader = Reader();
        await ReadAsync(reader, Table);
        var waited = Children().Single();
        Directory.Delete(FolderOf(waited), recursive: true);

        Assert.Null((await ReadAsync(reader, Table)).Fault);
        var taken = Assert.Single(Children());
        Assert.NotEqual(waited, taken);
        Directory.Delete(FolderOf(taken), recursive: true);
        Assert.Equal(ReadingFault.Damaged, (await ReadAsync(reader, [1, 2, 0, 4])).Fault);
        Assert.Equal(folders, Folders());
    }

    [Fact]
    public async Task A_file_that_fills_the_memory_is_a_fact_too()
    {
        await using var reader = Reader();
        // More than the process may hold, though every letter of it is in order.
        var file = Encoding.ASCII.GetBytes("a;b\nc;\"" + new string('x', 200_000_000) + "\"\n");

        Assert.Equal(ReadingFault.TooCostly, (await ReadAsync(reader, file)).Fault);
        Assert.Empty(Children());
    }

    [Fact]
    public async Task One_file_does_not_hold_up_another()
    {
        await using var reader = Reader();
        await using var slow = new NeverEnding();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var waiting = reader.ReadAsync(slow, FileFormat.Csv, over.Token);
        Assert.Null((await ReadAsync(reader, Table)).Fault);
        await over.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_source_that_breaks_off_is_no_fault_of_the_file()
    {
        await using var reader = Reader();
        await using var broken = new NeverEnding { Breaks = true };

        await Assert.ThrowsAsync<IOException>(() =>
            reader.ReadAsync(broken, FileFormat.Csv, Cancellation)
        );
    }

    private static ChildContentReader Reader() => new(NullLogger<ChildContentReader>.Instance);

    private static async Task<ContentFacts> ReadAsync(ChildContentReader reader, byte[] file)
    {
        using var content = new MemoryStream(file);
        return await reader.ReadAsync(content, FileFormat.Csv, Cancellation);
    }

    private static List<int> Children() =>
        [
            .. ProcessTree
                .ChildrenOf(Environment.ProcessId)
                .Where(ProcessTree.Lives)
                .Where(id =>
                    File.ReadAllText($"/proc/{id}/cmdline")
                        .Contains(ReadChildCommand.Name, StringComparison.Ordinal)
                )
                .Order(),
        ];

    private static string FolderOf(int id) =>
        Directory.ResolveLinkTarget($"/proc/{id}/cwd", returnFinalTarget: false)!.FullName;

    private static async Task SignalAsync(string signal, int id)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }

    // Other processes have theirs.
    private static List<string> Folders() =>
        [
            .. Directory
                .GetDirectories(
                    Path.GetTempPath(),
                    FormattableString.Invariant($"review-reading-{Environment.ProcessId}-*")
                )
                .Order(),
        ];

    private sealed class NeverEnding : MemoryStream
    {
        public bool Breaks { get; init; }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (Breaks)
            {
                throw new IOException("The network is gone.");
            }
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
