using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class BlobCreatedQueueContract : Contract
{
    /// <summary>Takes a message from the queue as the trigger gets it.</summary>
    protected abstract Task<string> ReceiveAsync();

    /// <summary>Makes sure that nothing lies on the queue.</summary>
    protected abstract Task EmptyAsync();

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
