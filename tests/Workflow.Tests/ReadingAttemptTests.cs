using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Durable;
using ProgramReview.Functions.Hosting;
using ProgramReview.Local.Engine;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Workflow.Tests;

/// <summary>A file is read at most twice, and not by two at once.</summary>
public sealed class ReadingAttemptTests : IDisposable
{
    private static readonly AssignmentId Assignment = AssignmentId.Parse("small.alpha.r1");

    private readonly VirtualClock clock = new(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
    private readonly InMemoryDocumentStore documents = new();
    private readonly Reader reader = new();
    private readonly ContentFactsStore here;
    private readonly ContentFactsStore there;

    public ReadingAttemptTests()
    {
        here = Store(1);
        there = Store(1);
    }

    [Fact]
    public async Task A_second_message_leaves_a_file_to_whoever_reads_it()
    {
        reader.Pause = new();
        var first = ReadAsync(here);

        var second = await ReadAsync(there);
        reader.Pause.SetResult();

        Assert.IsType<ReadOutcome.AtWork>(second);
        Assert.IsType<ReadOutcome.Done>(await first);
        Assert.Equal(1, reader.Readings);
    }

    [Fact]
    public async Task A_reading_that_never_came_back_is_done_again_once_it_must_be_over()
    {
        reader.Pause = new();
        var lost = ReadAsync(here);
        clock.AdvanceTo(clock.GetUtcNow().AddMinutes(2));
        reader.Pause = null;

        var second = await ReadAsync(there);

        Assert.False(lost.IsCompleted);
        Assert.IsType<ReadOutcome.Done>(second);
    }

    [Fact]
    public async Task A_mark_from_before_the_clock_was_set_back_holds_nobody_up()
    {
        reader.Pause = new();
        var lost = ReadAsync(here);
        reader.Pause = null;
        var back = new WallClock(new VirtualClock(clock.GetUtcNow().AddHours(-1)));
        using var there = new ContentFactsStore(documents, reader, new SeededEntropy(2), back);

        var second = await ReadAsync(there);

        Assert.False(lost.IsCompleted);
        Assert.IsType<ReadOutcome.Done>(second);
    }

    [Fact]
    public async Task A_product_clock_that_runs_ahead_ends_no_reading()
    {
        await using var product = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IContentReader>(reader)
            .AddInMemoryAdapters()
            .AddReview(new ConfigurationBuilder().Build())
            .BuildServiceProvider();
        var contents = product.GetRequiredService<ContentFactsStore>();
        reader.Pause = new();
        var first = ReadAsync(contents);
        clock.AdvanceTo(clock.GetUtcNow().AddDays(1));

        var second = await ReadAsync(contents);
        reader.Pause.SetResult();

        Assert.IsType<ReadOutcome.AtWork>(second);
        Assert.IsType<ReadOutcome.Done>(await first);
        Assert.Equal(1, reader.Readings);
    }

    [Fact]
    public async Task What_took_too_much_is_read_once_more_and_then_given_up_and_nothing_is_kept()
    {
        reader.Fault = ReadingFault.TooCostly;

        var outcome = await ReadAsync(here);

        Assert.IsType<ReadOutcome.GivenUp>(outcome);
        Assert.Equal(2, reader.Readings);
        Assert.Null(await here.FindAsync(Assignment, Sha256, Cancel));
    }

    [Fact]
    public async Task A_broken_file_is_read_once()
    {
        reader.Fault = ReadingFault.Damaged;

        var outcome = Assert.IsType<ReadOutcome.Done>(await ReadAsync(here));

        Assert.Equal(ReadingFault.Damaged, outcome.Facts.Fault);
        Assert.Equal(1, reader.Readings);
    }

    public void Dispose()
    {
        here.Dispose();
        there.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Sha256 { get; } = new('a', 64);

    private ContentFactsStore Store(int seed) =>
        new(documents, reader, new SeededEntropy(seed), new WallClock(clock));

    private static Task<ReadOutcome> ReadAsync(ContentFactsStore store) =>
        store.ReadAsync(
            Assignment,
            Sha256,
            FileFormat.Pdf,
            _ => Task.FromResult<Stream>(new MemoryStream("%PDF-"u8.ToArray())),
            Cancel
        );

    private sealed class Reader : IContentReader
    {
        public TaskCompletionSource? Pause { get; set; }

        public ReadingFault? Fault { get; set; }

        public int Readings { get; private set; }

        public async Task<ContentFacts> ReadAsync(
            Stream content,
            FileFormat format,
            CancellationToken cancellation
        )
        {
            Readings++;
            if (Pause is { } pause)
            {
                await pause.Task.WaitAsync(cancellation);
            }
            return new ContentFacts { Reader = IContentReader.Version, Fault = Fault };
        }
    }
}
