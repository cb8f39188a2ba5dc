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

    [Fact]
    public async Task A_document_is_written_while_it_is_made_and_read_from_any_place()
    {
        var name = $"dossiers/{Cycle}/large.zip";
        // More than one block of a blob, in pieces that fit none.
        var piece = new byte[77_777];
        piece.AsSpan().Fill(7);

        var created = await Store.TryCreateAsync(
            name,
            "application/zip",
            async (target, cancellation) =>
            {
                for (var i = 0; i < 150; i++)
                {
                    piece[0] = (byte)i;
                    await target.WriteAsync(piece, cancellation);
                }
            },
            Cancellation
        );

        Assert.True(created);
        await using var found = await Store.OpenAsync(name, Cancellation);
        Assert.Equal(150 * piece.Length, found!.Length);
        found.Position = 149 * piece.Length;
        var last = new byte[piece.Length];
        await found.ReadExactlyAsync(last, Cancellation);
        Assert.Equal(piece, last);
        Assert.Equal("application/zip", (await Store.FindAsync(name, Cancellation))!.ContentType);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(9_000_000)]
    public async Task A_document_whose_making_fails_is_not_there_and_can_be_made_again(int written)
    {
        var name = $"dossiers/{Cycle}/half.zip";

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() =>
            Store.TryCreateAsync(
                name,
                "application/zip",
                async (target, cancellation) =>
                {
                    await target.WriteAsync(new byte[written], cancellation);
                    throw new InvalidDataException("in the middle");
                },
                Cancellation
            )
        );

        Assert.Equal("in the middle", failure.Message);
        Assert.Null(await Store.OpenAsync(name, Cancellation));
        Assert.Null(await Store.FindAsync(name, Cancellation));
        Assert.True(
            await Store.TryCreateAsync(name, "text/plain", WriteAsync("whole"), Cancellation)
        );
        Assert.Equal(
            "whole"u8.ToArray(),
            (await Store.FindAsync(name, Cancellation))!.Content.ToArray()
        );
    }

    [Fact]
    public async Task Of_many_who_make_a_document_one_does_and_it_is_whole()
    {
        var name = $"dossiers/{Cycle}/many.zip";

        var wins = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    Task.Run(() =>
                        Store.TryCreateAsync(
                            name,
                            "text/plain",
                            WriteAsync(new string((char)('a' + i), 5_000_000)),
                            Cancellation
                        )
                    )
                )
        );

        Assert.Single(wins, won => won);
        var content = (await Store.FindAsync(name, Cancellation))!.Content;
        Assert.Equal(5_000_000, content.Length);
        Assert.Single(content.ToArray().Distinct());
    }

    private static Func<Stream, CancellationToken, Task> WriteAsync(string text) =>
        async (target, cancellation) =>
            await target.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text), cancellation);
}
