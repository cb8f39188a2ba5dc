using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class FormAnswerContract : Contract
{
    private static readonly DateTimeOffset Kept = new(2024, 10, 1, 1, 2, 3, TimeSpan.FromHours(7));

    private IFormAnswerStore Store => Get<IFormAnswerStore>();

    [Fact]
    public async Task An_answer_comes_back_to_the_letter_however_long_it_is()
    {
        var content = string.Concat(Enumerable.Repeat("Trần Thị Thu समीक्षा 🙂 ", 10_000));

        await Store.PutAsync($"{Cycle}-a", "first", Kept.AddDays(-1), Cancellation);
        await Store.PutAsync($"{Cycle}-a", content, Kept, Cancellation);

        Assert.Equal((content, Kept), await Store.FindAsync($"{Cycle}-a", Cancellation));
        Assert.Null(await Store.FindAsync($"{Cycle}-b", Cancellation));
    }

    [Fact]
    public async Task What_is_old_is_erased_and_nothing_else()
    {
        await Store.PutAsync($"{Cycle}-old", "old", Kept.AddTicks(-1), Cancellation);
        await Store.PutAsync($"{Cycle}-new", "new", Kept, Cancellation);

        await Store.EraseAsync(Kept, Cancellation);

        Assert.Null(await Store.FindAsync($"{Cycle}-old", Cancellation));
        Assert.NotNull(await Store.FindAsync($"{Cycle}-new", Cancellation));
    }
}
