using ProgramReview.Functions.Events;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class DocumentContract : Contract
{
    private IDocumentStore Store => Get<IDocumentStore>();

    [Fact]
    public async Task A_document_is_written_once_and_the_first_stays()
    {
        var name = $"plans/{Cycle}.yaml";

        Assert.True(await Store.TryCreateAsync(name, "text/yaml", "một"u8.ToArray(), Cancellation));
        Assert.False(
            await Store.TryCreateAsync(name, "text/yaml", "một"u8.ToArray(), Cancellation)
        );
        Assert.False(
            await Store.TryCreateAsync(name, "text/html", "hai"u8.ToArray(), Cancellation)
        );

        var found = await Store.FindAsync(name, Cancellation);
        Assert.NotNull(found);
        Assert.Equal("text/yaml", found.ContentType);
        Assert.Equal("một"u8.ToArray(), found.Content.ToArray());
    }

    [Fact]
    public async Task A_document_nobody_wrote_is_not_found()
    {
        Assert.Null(await Store.FindAsync($"plans/{Cycle}.yaml", Cancellation));
    }

    [Fact]
    public async Task Of_many_who_write_the_same_document_one_does()
    {
        var wins = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ =>
                    Task.Run(() =>
                        Store.TryCreateAsync(
                            $"dossiers/{Cycle}",
                            "text/html",
                            "same"u8.ToArray(),
                            Cancellation
                        )
                    )
                )
        );

        Assert.Single(wins, won => won);
    }

    [Fact]
    public async Task A_buffer_used_again_does_not_change_the_document()
    {
        var buffer = "before"u8.ToArray();
        await Store.TryCreateAsync($"dossiers/{Cycle}", "text/plain", buffer, Cancellation);

        buffer.AsSpan().Fill((byte)'x');

        var found = await Store.FindAsync($"dossiers/{Cycle}", Cancellation);
        Assert.Equal("before"u8.ToArray(), found!.Content.ToArray());
    }
}
