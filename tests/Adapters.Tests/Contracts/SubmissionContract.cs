using System.Text;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Contracts;

public abstract class SubmissionContract : Contract
{
    private ISubmissionStore Store => Get<ISubmissionStore>();

    private DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    /// <summary>The shortest time that two stamps can differ by: a second, as in Azure, unless storage tells more.</summary>
    protected virtual TimeSpan Grain => TimeSpan.FromSeconds(1);

    /// <summary>Puts bytes to a permitted address as a browser does; whether storage took them.</summary>
    protected abstract Task<bool> PutAsync(Uri address, byte[] content);

    [Fact]
    public async Task A_permission_creates_its_blob_once()
    {
        var name = $"{Cycle}/one.docx";
        var address = await Store.PermitAsync(name, Now.AddMinutes(10), Cancellation);

        Assert.True(await PutAsync(address, "first"u8.ToArray()));
        Assert.False(await PutAsync(address, "second"u8.ToArray()));

        Assert.Equal("first", await ReadAsync(name));
    }

    [Fact]
    public async Task A_second_permission_for_the_same_name_cannot_overwrite_either()
    {
        var name = $"{Cycle}/one.docx";
        Assert.True(await Store.TryCreateAsync(name, Bytes("first"), Cancellation));
        var address = await Store.PermitAsync(name, Now.AddMinutes(10), Cancellation);

        Assert.False(await PutAsync(address, "second"u8.ToArray()));

        Assert.Equal("first", await ReadAsync(name));
    }

    [Fact]
    public async Task A_permission_is_good_for_no_other_name()
    {
        var address = await Store.PermitAsync(
            $"{Cycle}/one.docx",
            Now.AddMinutes(10),
            Cancellation
        );
        var other = new Uri(
            address.AbsoluteUri.Replace("one.docx", "two.docx", StringComparison.Ordinal)
        );

        Assert.False(await PutAsync(other, "x"u8.ToArray()));

        Assert.Null(await Store.FindAsync($"{Cycle}/two.docx", Cancellation));
    }

    [Fact]
    public async Task An_expired_permission_is_refused()
    {
        var name = $"{Cycle}/one.docx";
        var address = await Store.PermitAsync(name, Now.AddMinutes(-1), Cancellation);

        Assert.False(await PutAsync(address, "x"u8.ToArray()));

        Assert.Null(await Store.FindAsync(name, Cancellation));
    }

    [Fact]
    public async Task A_file_through_the_app_is_created_once()
    {
        var name = $"{Cycle}/form.docx";

        Assert.True(await Store.TryCreateAsync(name, Bytes("first"), Cancellation));
        Assert.False(await Store.TryCreateAsync(name, Bytes("second"), Cancellation));

        Assert.Equal("first", await ReadAsync(name));
    }

    [Fact]
    public async Task Of_many_who_create_the_same_name_one_does()
    {
        var name = $"{Cycle}/race.docx";

        var wins = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(i =>
                    Task.Run(() => Store.TryCreateAsync(name, Bytes($"writer {i}"), Cancellation))
                )
        );

        Assert.Single(wins, won => won);
        Assert.Equal($"writer {Array.IndexOf(wins, true)}", await ReadAsync(name));
    }

    [Fact]
    public async Task A_found_blob_tells_its_size_version_and_instant()
    {
        var name = $"{Cycle}/known.docx";
        var before = Now;
        await Store.TryCreateAsync(name, Bytes("12345"), Cancellation);
        var after = Now;

        var found = await Store.FindAsync(name, Cancellation);

        Assert.NotNull(found);
        Assert.Equal(name, found.Name);
        Assert.Equal(5, found.Size);
        Assert.InRange(found.Committed, before.AddSeconds(-1), after.AddSeconds(1));
        Assert.Equal(0, found.Committed.Ticks % Grain.Ticks);
        Assert.NotEmpty(found.ETag);
        Assert.DoesNotContain('"', found.ETag);
    }

    [Fact]
    public async Task A_list_holds_the_prefix_in_order_and_says_the_same_as_a_look()
    {
        string[] names =
        [
            $"{Cycle}/a/2.docx",
            $"{Cycle}/a/1.docx",
            $"{Cycle}/a-b/1.docx",
            $"{Cycle}/a/10.docx",
        ];
        foreach (var name in names)
        {
            await Store.TryCreateAsync(name, Bytes(name), Cancellation);
        }

        var listed = await Store.ListAsync($"{Cycle}/a/", Cancellation).ToListAsync(Cancellation);

        Assert.Equal(
            [$"{Cycle}/a/1.docx", $"{Cycle}/a/10.docx", $"{Cycle}/a/2.docx"],
            listed.Select(blob => blob.Name)
        );
        foreach (var blob in listed)
        {
            Assert.Equal(blob, await Store.FindAsync(blob.Name, Cancellation));
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Null(await Store.FindAsync($"{Cycle}/none", Cancellation));
        Assert.Empty(await Store.ListAsync($"{Cycle}/", Cancellation).ToListAsync(Cancellation));
        await Assert.ThrowsAsync<FileNotFoundException>(() =>
            Store.OpenAsync($"{Cycle}/none", Cancellation)
        );
    }

    [Fact]
    public async Task A_large_file_comes_back_byte_for_byte_and_can_be_read_from_any_place()
    {
        var name = $"{Cycle}/large.xlsx";
        var content = new byte[9 * 1024 * 1024];
        new Random(1).NextBytes(content);

        await Store.TryCreateAsync(name, new MemoryStream(content), Cancellation);

        await using var stream = await Store.OpenAsync(name, Cancellation);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Cancellation);
        Assert.Equal(content, copy.ToArray());
        stream.Seek(-10, SeekOrigin.End);
        var tail = new byte[10];
        await stream.ReadExactlyAsync(tail, Cancellation);
        Assert.Equal(content[^10..], tail);
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        var name = $"{Cycle}/empty.docx";

        await Store.TryCreateAsync(name, Bytes(""), Cancellation);

        Assert.Equal(0, (await Store.FindAsync(name, Cancellation))?.Size);
        Assert.Equal("", await ReadAsync(name));
    }

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private async Task<string> ReadAsync(string name)
    {
        await using var stream = await Store.OpenAsync(name, Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
