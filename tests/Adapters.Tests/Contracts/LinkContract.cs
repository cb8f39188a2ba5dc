using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class LinkContract : Contract
{
    private ILinkStore Store => Get<ILinkStore>();

    [Fact]
    public async Task A_link_comes_back_as_it_was_stored()
    {
        var link = NewLink();

        await Store.AddAsync(link, Cancellation);

        Assert.Equal(link, await Store.FindAsync(link.Id, Cancellation));
    }

    [Fact]
    public async Task The_first_link_of_an_id_stands()
    {
        var link = NewLink();
        await Store.AddAsync(link, Cancellation);

        await Store.AddAsync(link with { Person = "somebody-else" }, Cancellation);

        Assert.Equal(link, await Store.FindAsync(link.Id, Cancellation));
    }

    [Fact]
    public async Task A_revoked_link_stays_revoked_also_when_it_is_stored_again()
    {
        var link = NewLink();
        await Store.AddAsync(link, Cancellation);

        await Store.RevokeAsync(link.Id, Cancellation);
        await Store.AddAsync(link, Cancellation);
        await Store.RevokeAsync(link.Id, Cancellation);

        Assert.Equal(link with { Revoked = true }, await Store.FindAsync(link.Id, Cancellation));
    }

    [Fact]
    public async Task Revoking_what_is_not_there_makes_nothing()
    {
        var id = NewLink().Id;

        await Store.RevokeAsync(id, Cancellation);

        Assert.Null(await Store.FindAsync(id, Cancellation));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("a#b")]
    [InlineData("a\u0000b")]
    public async Task An_id_that_no_token_has_is_a_fault(string id)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.FindAsync(id, Cancellation));
    }

    private Link NewLink() =>
        new(
            $"{Guid.NewGuid():N}"[..26],
            Cycle,
            LinkPurpose.Upload,
            Assignment("unit").ToString(),
            "nguyen-van-a",
            new DateTimeOffset(2024, 10, 1, 0, 0, 0, TimeSpan.FromHours(7)),
            Revoked: false
        );
}
