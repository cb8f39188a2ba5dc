using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class DoorbellContract : Contract
{
    /// <summary>Takes a message from the queue as the trigger gets it.</summary>
    protected abstract Task<string> ReceiveAsync();

    [Fact]
    public async Task A_ring_arrives_as_a_message_that_names_the_blob()
    {
        var name = $"{Cycle}/unit/1/bao-cao.docx";

        await Get<IDoorbell>().RingAsync(name, Cancellation);

        Assert.True(DoorbellMessage.TryReadBlobName(await ReceiveAsync(), out var read));
        Assert.Equal(name, read);
    }
}
