using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class BlobCreatedQueueContract : Contract
{
    /// <summary>Takes a message from the queue as the trigger gets it.</summary>
    protected abstract Task<string> ReceiveAsync();

    /// <summary>Takes a message from the queue for good, as the trigger does after its last try.</summary>
    protected abstract Task PutAsideAsync();

    /// <summary>Makes sure that nothing lies on the queue and nothing was put aside.</summary>
    protected abstract Task EmptyAsync();

    /// <summary>Looks when this time has passed.</summary>
    protected abstract Task<BlobCreatedQueueState> LookAfterAsync(TimeSpan time);

    [Fact]
    public async Task The_oldest_message_tells_how_long_somebody_waits_and_looking_takes_nothing()
    {
        await EmptyAsync();
        Assert.Equal(
            new BlobCreatedQueueState(TimeSpan.Zero, 0),
            await LookAfterAsync(TimeSpan.Zero)
        );
        await Get<IBlobCreatedQueue>().WakeAsync($"{Cycle}/unit/1/first.docx", Cancellation);
        await Get<IBlobCreatedQueue>().WakeAsync($"{Cycle}/unit/1/second.docx", Cancellation);

        for (var look = 0; look < 3; look++)
        {
            Assert.InRange(
                (await LookAfterAsync(TimeSpan.FromMinutes(10))).Oldest,
                TimeSpan.FromMinutes(9.9),
                TimeSpan.FromMinutes(11 + (10 * look))
            );
        }
        Assert.True(BlobCreatedMessage.TryReadBlobName(await ReceiveAsync(), out var first));
        Assert.EndsWith("first.docx", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_put_aside_is_counted_and_waits_no_longer()
    {
        await EmptyAsync();
        await Get<IBlobCreatedQueue>().WakeAsync($"{Cycle}/unit/1/bad.docx", Cancellation);

        await PutAsideAsync();

        Assert.Equal(
            new BlobCreatedQueueState(TimeSpan.Zero, 1),
            await LookAfterAsync(TimeSpan.FromMinutes(10))
        );
    }

    [Fact]
    public async Task A_ring_arrives_as_a_message_that_names_the_blob()
    {
        await EmptyAsync();
        var name = $"{Cycle}/unit/1/bao-cao.docx";

        await Get<IBlobCreatedQueue>().WakeAsync(name, Cancellation);

        Assert.True(BlobCreatedMessage.TryReadBlobName(await ReceiveAsync(), out var read));
        Assert.Equal(name, read);
    }
}
