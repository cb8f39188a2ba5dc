using ProgramReview.Functions.Events;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class PurgedCyclesContract : Contract
{
    private IPurgedCycles Store => Get<IPurgedCycles>();

    [Fact]
    public async Task A_note_stands_until_it_is_removed_however_often_it_is_made_or_removed()
    {
        await Store.AddAsync(Cycle, Cancellation);
        await Store.AddAsync(Cycle, Cancellation);
        Assert.Single(await Store.ListAsync(Cancellation), cycle => cycle == Cycle);

        await Store.RemoveAsync(Cycle, Cancellation);
        await Store.RemoveAsync(Cycle, Cancellation);

        Assert.DoesNotContain(Cycle, await Store.ListAsync(Cancellation));
    }
}
