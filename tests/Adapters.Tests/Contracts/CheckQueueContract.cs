using ProgramReview.Functions.Checking;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class CheckQueueContract : Contract
{
    /// <summary>Takes a message from the queue as the trigger gets it.</summary>
    protected abstract Task<string> ReceiveAsync();

    /// <summary>Makes sure that nothing lies on the queue.</summary>
    protected abstract Task EmptyAsync();

    [Fact]
    public async Task What_is_asked_for_arrives_by_the_name_of_the_file_as_often_as_it_was_asked()
    {
        await EmptyAsync();
        var name = $"{Cycle}/unit/r1/1/annex/0123";

        await Get<ICheckQueue>().EnqueueAsync(name, Cancellation);
        await Get<ICheckQueue>().EnqueueAsync(name, Cancellation);

        Assert.Equal(name, await ReceiveAsync());
        Assert.Equal(name, await ReceiveAsync());
    }
}
