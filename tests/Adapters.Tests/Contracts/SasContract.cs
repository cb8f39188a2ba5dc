using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using ProgramReview.Adapters.Tests.OnAzurite;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Contracts;

/// <summary>What an address to upload to is good for, whoever signed it: creating one blob once, for a while.</summary>
public abstract class SasContract : Contract
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Calls storage as a browser does.</summary>
    protected abstract HttpClient Http { get; }

    /// <summary>The kind of signer that the contract is about.</summary>
    protected abstract Type Signer { get; }

    private ISubmissionStore Store => Get<ISubmissionStore>();

    private string Name => $"{Cycle}/unit/1/báo cáo.docx";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task The_address_permits_creating_one_blob_for_a_while_and_says_so()
    {
        var expires = Now.AddMinutes(5);

        var address = await Store.PermitAsync(Name, expires, Cancellation);

        Assert.IsType(Signer, Get<ISasSigner>());
        Assert.Equal(Store.Origin, new Uri(address.GetLeftPart(UriPartial.Authority)));
        Assert.EndsWith(
            $"/submissions/{Name}",
            Uri.UnescapeDataString(address.AbsolutePath),
            StringComparison.Ordinal
        );
        var terms = QueryHelpers.ParseQuery(address.Query);
        Assert.Equal(("c", "b"), (terms["sp"].ToString(), terms["sr"].ToString()));
        Assert.Equal(
            address.Scheme == Uri.UriSchemeHttps ? "https" : "https,http",
            terms["spr"].ToString()
        );
        Assert.InRange(Instant(terms["se"]), expires - Second, expires);
        // Storage's clock may be behind ours.
        Assert.DoesNotContain("st", terms.Keys);
        Assert.DoesNotContain("si", terms.Keys);
    }

    [Fact]
    public async Task What_was_created_is_neither_written_again_nor_read_nor_deleted()
    {
        var address = await PermitAsync();
        Assert.True(await PutAsync(address, "first"));

        Assert.False(await PutAsync(address, "second"));
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head, HttpMethod.Delete])
        {
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(method, address));
        }
        foreach (var part in (string[])["comp=block&blockid=MDAwMQ==", "comp=metadata"])
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                await StatusAsync(HttpMethod.Put, new Uri($"{address}&{part}"))
            );
        }

        await using var content = await Store.OpenAsync(Name, Cancellation);
        using var reader = new StreamReader(content);
        Assert.Equal("first", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task It_is_good_for_no_other_blob()
    {
        var address = await PermitAsync();
        var other = new Uri(
            address.AbsoluteUri.Replace("/unit/", "/other/", StringComparison.Ordinal)
        );

        Assert.NotEqual(address, other);
        Assert.False(await PutAsync(other, "x"));
        Assert.Null(
            await Store.FindAsync(
                Name.Replace("unit", "other", StringComparison.Ordinal),
                Cancellation
            )
        );
    }

    [Fact]
    public async Task When_it_has_expired_it_is_refused_whatever_is_written_into_it()
    {
        var address = await Store.PermitAsync(Name, Now.AddMinutes(-1), Cancellation);
        var altered = new Uri(
            address.AbsoluteUri.Replace(
                $"se={Now.Year}",
                $"se={Now.Year + 1}",
                StringComparison.Ordinal
            )
        );

        Assert.NotEqual(address, altered);
        Assert.False(await PutAsync(address, "x"));
        Assert.False(await PutAsync(altered, "x"));
    }

    [Fact]
    public async Task More_rights_written_into_it_are_none()
    {
        var address = await PermitAsync();
        Assert.True(await PutAsync(address, "first"));
        var altered = new Uri(
            address.AbsoluteUri.Replace("sp=c&", "sp=cwd&", StringComparison.Ordinal)
        );

        Assert.NotEqual(address, altered);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(HttpMethod.Delete, altered));
        Assert.False(await PutAsync(altered, "second"));
    }

    [Fact]
    public async Task Of_many_at_once_one_creates_it_and_the_others_change_nothing()
    {
        var address = await PermitAsync();
        string[] contents = [.. Enumerable.Range(0, 30).Select(number => $"content {number}")];

        var created = await Task.WhenAll(contents.Select(text => PutAsync(address, text)));

        var winner = Assert.Single(contents.Zip(created), pair => pair.Second).First;
        await using var content = await Store.OpenAsync(Name, Cancellation);
        using var reader = new StreamReader(content);
        Assert.Equal(winner, await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task Storage_stamps_the_end_of_the_body()
    {
        var address = await PermitAsync();
        using var slow = new SlowContent();
        using var request = new HttpRequestMessage(HttpMethod.Put, address)
        {
            Content = slow,
            Headers = { { "x-ms-blob-type", "BlockBlob" } },
        };
        var answering = Http.SendAsync(request, Cancellation);
        await slow.Begun;
        var begun = Now;
        // Stamps may be whole seconds: two of them between the beginning and the end tell the one from the other.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Cancellation);
        slow.End();

        using var answer = await answering;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        // Read as text: local storage tells milliseconds, which no HTTP date has.
        var told = DateTimeOffset.Parse(
            Assert.Single(answer.Content.Headers.NonValidated["Last-Modified"]),
            CultureInfo.InvariantCulture
        );
        Assert.True(told > begun);
        var found = await Store.FindAsync(Name, Cancellation);
        Assert.Equal(told, found!.Committed);
    }

    private Task<Uri> PermitAsync() => Store.PermitAsync(Name, Now.AddMinutes(5), Cancellation);

    private Task<bool> PutAsync(Uri address, string content) =>
        BlobHttp.PutAsync(address, System.Text.Encoding.UTF8.GetBytes(content), Http);

    private async Task<HttpStatusCode> StatusAsync(HttpMethod method, Uri address)
    {
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Put)
        {
            request.Content = new ByteArrayContent([1]);
        }
        using var response = await Http.SendAsync(request, Cancellation);
        return response.StatusCode;
    }

    private static DateTimeOffset Instant(string? term) =>
        DateTimeOffset.Parse(term!, CultureInfo.InvariantCulture);

    /// <summary>A body of two bytes, of which the second comes when it is told to.</summary>
    private sealed class SlowContent : HttpContent
    {
        private readonly TaskCompletionSource begun = new();
        private readonly TaskCompletionSource end = new();

        public Task Begun => begun.Task;

        public void End() => end.SetResult();

        protected override async Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context
        )
        {
            stream.WriteByte(1);
            await stream.FlushAsync();
            begun.SetResult();
            await end.Task;
            stream.WriteByte(2);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 2;
            return true;
        }
    }
}
