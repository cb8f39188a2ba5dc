using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class EventStoreContract : Contract
{
    private static readonly DateTimeOffset At = new DateTimeOffset(
        2024,
        9,
        30,
        16,
        59,
        59,
        TimeSpan.Zero
    ).AddTicks(1_234_567);

    private IEventStore Record => Get<IEventStore>();

    [Fact]
    public async Task A_stream_nobody_wrote_to_is_empty()
    {
        Assert.Empty(await Record.ReadAsync(Cycle.Stream, Cancellation));
    }

    [Fact]
    public async Task Entries_come_back_in_order_and_exactly_as_written()
    {
        var written = new List<Entry>();
        for (var i = 1; i <= 12; i++)
        {
            var entry = Next(Cycle.Stream, written.LastOrDefault(), $"key-{i}", $"message {i}");
            Assert.True(await Record.TryAppendAsync(entry, Cancellation));
            written.Add(entry);
        }

        var read = await Record.ReadAsync(Cycle.Stream, Cancellation);

        Assert.Equal(written, read);
        Assert.Null(Chain.FirstBroken(read));
    }

    [Fact]
    public async Task One_entry_is_found_by_its_number()
    {
        var first = Next(Cycle.Stream, null, "first", "one");
        var second = Next(Cycle.Stream, first, "second", "two");
        await Record.TryAppendAsync(first, Cancellation);
        await Record.TryAppendAsync(second, Cancellation);

        Assert.Equal(first, await Record.FindAsync(Cycle.Stream, 1, Cancellation));
        Assert.Equal(second, await Record.FindAsync(Cycle.Stream, 2, Cancellation));
        Assert.Null(await Record.FindAsync(Cycle.Stream, 3, Cancellation));
        Assert.Null(await Record.FindAsync(new($"{Cycle}.nobody.r1"), 1, Cancellation));
    }

    [Fact]
    public async Task A_sequence_number_is_taken_once_and_the_first_entry_stays()
    {
        var first = Next(Cycle.Stream, null, "first", "one");
        var second = Next(Cycle.Stream, null, "second", "two");

        Assert.True(await Record.TryAppendAsync(first, Cancellation));
        Assert.False(await Record.TryAppendAsync(second, Cancellation));
        Assert.False(await Record.TryAppendAsync(first, Cancellation));

        Assert.Equal([first], await Record.ReadAsync(Cycle.Stream, Cancellation));
    }

    [Fact]
    public async Task Of_many_who_want_the_same_number_one_gets_it()
    {
        var entries = Enumerable
            .Range(1, 20)
            .Select(i => Next(Cycle.Stream, null, $"key-{i}", "same"))
            .ToList();

        var wins = await Task.WhenAll(
            entries.Select(entry => Task.Run(() => Record.TryAppendAsync(entry, Cancellation)))
        );

        Assert.Single(wins, won => won);
        Assert.Equal(
            [entries[Array.IndexOf(wins, true)]],
            await Record.ReadAsync(Cycle.Stream, Cancellation)
        );
    }

    [Fact]
    public async Task A_stream_whose_name_begins_like_another_is_its_own()
    {
        var shorter = Assignment("a", "r");
        var longer = Assignment("a", "r1");
        await Record.TryAppendAsync(Next(shorter.Stream, null, "k", "short"), Cancellation);
        await Record.TryAppendAsync(Next(longer.Stream, null, "k", "longer"), Cancellation);

        Assert.Equal(
            shorter.Stream,
            Assert.Single(await Record.ReadAsync(shorter.Stream, Cancellation)).Stream
        );
        Assert.Equal(
            longer.Stream,
            Assert.Single(await Record.ReadAsync(longer.Stream, Cancellation)).Stream
        );
    }

    [Theory]
    [InlineData("Báo cáo tổng kết quận Đống Đa.docx")]
    [InlineData("Ba\u0301o ca\u0301o to\u0302\u0309ng ke\u0302\u0301t.docx")]
    [InlineData("हनोई रिपोर्ट — १.xlsx")]
    [InlineData("\u0001\"quotes\" 'and' \\slashes/ & <tags> 📎🧾")]
    public async Task Names_keep_every_code_point(string name)
    {
        var stream = Assignment("unit").Stream;
        var @event = new AssignmentEvent.AttemptRefused(1, "report", "file-empty", "person", name);
        var entry = Chain.Next(stream, null, At, $"attempt:{name}", @event);

        await Record.TryAppendAsync(entry, Cancellation);

        var read = Assert.Single(await Record.ReadAsync(stream, Cancellation));
        Assert.Equal(entry, read);
        Assert.Equal(@event, read.Event);
        Assert.Null(Chain.FirstBroken([read]));
    }

    [Theory]
    [InlineData(31_000)]
    [InlineData(32_002)]
    [InlineData(64_005)]
    [InlineData(96_003)]
    [InlineData(460_000)]
    public async Task A_long_body_comes_back_whole(int length)
    {
        // Pairs of surrogates at every offset: a cut through one would spoil it.
        var body = string.Concat(Enumerable.Repeat("a📎", length / 3));
        var entry = Next(Cycle.Stream, null, "long", "replaced") with { Body = body };

        Assert.True(await Record.TryAppendAsync(entry, Cancellation));

        Assert.Equal(entry, Assert.Single(await Record.ReadAsync(Cycle.Stream, Cancellation)));
    }

    [Fact]
    public async Task An_entry_too_large_for_a_row_is_refused_and_leaves_nothing()
    {
        var entry = Next(Cycle.Stream, null, "huge", new string('x', EntrySize.MaxBytes / 2));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            Record.TryAppendAsync(entry, Cancellation)
        );

        Assert.Empty(await Record.ReadAsync(Cycle.Stream, Cancellation));
    }

    [Fact]
    public async Task A_stream_read_before_does_not_change_when_more_is_written()
    {
        var first = Next(Cycle.Stream, null, "one", "one");
        await Record.TryAppendAsync(first, Cancellation);
        var before = await Record.ReadAsync(Cycle.Stream, Cancellation);

        await Record.TryAppendAsync(Next(Cycle.Stream, first, "two", "two"), Cancellation);

        Assert.Equal([first], before);
    }

    [Fact]
    public async Task A_whole_cycle_is_read_stream_by_stream_and_nothing_of_its_neighbours()
    {
        var streams = new[]
        {
            Cycle.Stream,
            Assignment("a-1", "r").Stream,
            Assignment("a", "r").Stream,
            Assignment("a", "r1").Stream,
            Assignment("b", "r").Stream,
        };
        var neighbours = new[] { $"{Cycle}-2", $"{Cycle}2", $"{Cycle}-2.a.r", $"{Cycle}2.a.r" };
        var written = new List<Entry>();
        foreach (var stream in streams.Concat(neighbours.Select(one => StreamId.Parse(one, null))))
        {
            var first = Next(stream, null, "one", "one");
            var second = Next(stream, first, "two", "two");
            Assert.True(await Record.TryAppendAsync(first, Cancellation));
            Assert.True(await Record.TryAppendAsync(second, Cancellation));
            written.AddRange([first, second]);
        }

        var read = await Record.ReadAllAsync(Cycle, Cancellation).ToListAsync(Cancellation);

        Assert.Equal(
            written
                .Where(entry => streams.Contains(entry.Stream))
                .OrderBy(entry => entry.Stream.Value, StringComparer.Ordinal)
                .ThenBy(entry => entry.Sequence),
            read
        );
        Assert.Equal(Cycle.Stream, read[0].Stream);
    }

    private static Entry Next(StreamId stream, Entry? last, string key, string message) =>
        Chain.Next(stream, last, At, key, new CycleEvent.ProcessFailed("instance", message));
}
