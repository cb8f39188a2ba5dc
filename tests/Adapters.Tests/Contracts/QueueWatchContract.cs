using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class QueueWatchContract : Contract
{
    /// <summary>Those that the product fills itself.</summary>
    public static TheoryData<string> Queues =>
        [StorageNames.BlobCreatedQueueName, StorageNames.CheckQueueName];

    /// <summary>Takes the next message for good.</summary>
    protected abstract Task TakeAsync(string queue);

    /// <summary>Takes a message from the queue for good, as the trigger does after its last try.</summary>
    protected abstract Task PutAsideAsync(string queue);

    /// <summary>Makes sure that nothing lies on the queue and nothing was put aside.</summary>
    protected abstract Task EmptyAsync(string queue);

    /// <summary>Looks when this time has passed.</summary>
    protected abstract Task<QueueState> LookAfterAsync(string queue, TimeSpan time);

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task The_oldest_message_tells_how_long_somebody_waits_and_looking_takes_nothing(
        string queue
    )
    {
        await EmptyAsync(queue);
        Assert.Equal(
            new QueueState(TimeSpan.Zero, 0, 0),
            await LookAfterAsync(queue, TimeSpan.Zero)
        );
        await AddAsync(queue);
        await AddAsync(queue);

        for (var look = 0; look < 3; look++)
        {
            var state = await LookAfterAsync(queue, TimeSpan.FromMinutes(10));
            Assert.Equal(2, state.Held);
            Assert.InRange(
                state.Oldest,
                TimeSpan.FromMinutes(9.9),
                TimeSpan.FromMinutes(11 + (10 * look))
            );
        }
        await TakeAsync(queue);
        Assert.Equal(1, (await LookAfterAsync(queue, TimeSpan.Zero)).Held);
    }

    [Theory]
    [MemberData(nameof(Queues))]
    public async Task What_was_put_aside_is_counted_and_waits_no_longer(string queue)
    {
        await EmptyAsync(queue);
        await AddAsync(queue);

        await PutAsideAsync(queue);

        Assert.Equal(
            new QueueState(TimeSpan.Zero, 0, 1),
            await LookAfterAsync(queue, TimeSpan.FromMinutes(10))
        );
    }

    private Task AddAsync(string queue)
    {
        var name = $"{Cycle}/unit/1/report.docx";
        return queue switch
        {
            StorageNames.BlobCreatedQueueName => Get<IBlobCreatedQueue>()
                .WakeAsync(name, Cancellation),
            StorageNames.CheckQueueName => Get<ICheckQueue>().EnqueueAsync(name, Cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, "Nobody fills it."),
        };
    }
}
