using ProgramReview.Functions.Planning;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class ContactContract : Contract
{
    private IContactStore Store => Get<IContactStore>();

    [Fact]
    public async Task A_contact_comes_back_to_the_letter_and_the_first_one_of_a_key_stands()
    {
        var kept = NewContact("command-1");
        Assert.Equal(kept, await Store.AddAsync(kept, Cancellation));

        var answer = await Store.AddAsync(kept with { Document = "{}" }, Cancellation);

        Assert.Equal(kept, answer);
        Assert.Equal(kept.Hash, answer.Hash);
        Assert.Equal([kept], await Store.ListAsync(Cycle, Cancellation));
    }

    [Fact]
    public async Task They_are_listed_by_their_keys_and_by_cycle()
    {
        var (one, two) = (NewContact("command-1"), NewContact("command-2"));
        await Store.AddAsync(two, Cancellation);
        await Store.AddAsync(one, Cancellation);
        await Store.AddAsync(one with { Cycle = new($"{Cycle}x") }, Cancellation);

        Assert.Equal([one, two], await Store.ListAsync(Cycle, Cancellation));
    }

    [Fact]
    public async Task What_was_erased_is_gone_and_erasing_it_again_makes_nothing()
    {
        var (one, two) = (NewContact("command-1"), NewContact("command-2"));
        await Store.AddAsync(one, Cancellation);
        await Store.AddAsync(two, Cancellation);

        await Store.EraseAsync(Cycle, one.Key, Cancellation);
        await Store.EraseAsync(Cycle, one.Key, Cancellation);

        Assert.Equal([two], await Store.ListAsync(Cycle, Cancellation));
    }

    private KeptContact NewContact(string key) =>
        new(
            Cycle,
            key,
            KeptContact.DocumentOf(
                new byte[KeptContact.SaltSize],
                "Trần Thị Thu समीक्षा",
                "thu@small.example",
                Core.Planning.Language.Hi
            ),
            new DateTimeOffset(2024, 10, 1, 1, 2, 3, 456, TimeSpan.FromHours(7))
        );
}
