using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ProgramReview.Local.InMemory;

namespace ProgramReview.Adapters.Tests.Memory;

public sealed class InMemorySubmissionClockTests
{
    private static readonly DateTimeOffset Start = new(2024, 9, 30, 16, 59, 59, 900, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Start);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_begun_in_time_is_stored_with_the_instant_of_its_end()
    {
        var store = Open(wholeSeconds: false);
        var address = await store.PermitAsync("a", Start.AddSeconds(1), Cancellation);

        Assert.True(
            store.PutByPermission(
                address,
                new SlowStream(() => clock.Advance(TimeSpan.FromSeconds(2)))
            )
        );

        Assert.Equal(Start.AddSeconds(2), (await store.FindAsync("a", Cancellation))?.Committed);
    }

    [Fact]
    public async Task An_upload_begun_at_the_expiry_is_refused()
    {
        var store = Open(wholeSeconds: false);
        var address = await store.PermitAsync("a", Start.AddSeconds(1), Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(store.PutByPermission(address, new MemoryStream([1])));
    }

    [Fact]
    public async Task Instants_are_cut_to_whole_seconds_as_in_Azure()
    {
        var store = Open(wholeSeconds: true);

        await store.TryCreateAsync("a", new MemoryStream([1]), Cancellation);

        Assert.Equal(
            new DateTimeOffset(2024, 9, 30, 16, 59, 59, TimeSpan.Zero),
            (await store.FindAsync("a", Cancellation))?.Committed
        );
    }

    private InMemorySubmissionStore Open(bool wholeSeconds) =>
        InMemory.Open(clock, wholeSeconds).GetRequiredService<InMemorySubmissionStore>();

    private sealed class SlowStream(Action onRead) : MemoryStream([1, 2, 3])
    {
        public override void CopyTo(Stream destination, int bufferSize)
        {
            base.CopyTo(destination, bufferSize);
            onRead();
        }
    }
}
