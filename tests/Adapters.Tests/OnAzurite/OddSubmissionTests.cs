using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

/// <summary>What a holder of a permission can put besides an ordinary file, and when.</summary>
public sealed class OddSubmissionTests(Azurite azurite)
{
    private readonly string name = $"t{Guid.NewGuid():N}/unit/1/report.docx";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISubmissionStore Store => azurite.Services.GetRequiredService<ISubmissionStore>();

    [Theory]
    [InlineData("BlockBlob", null, null, true, 3)]
    [InlineData("BlockBlob", "x-ms-access-tier", "Cool", true, 3)]
    [InlineData("BlockBlob", "x-ms-access-tier", "Archive", false, 3)]
    [InlineData("PageBlob", "x-ms-blob-content-length", "1099511627776", false, 1L << 40)]
    [InlineData("AppendBlob", null, null, false, 0)]
    public async Task What_is_no_ordinary_file_is_known_before_a_byte_is_read(
        string type,
        string? header,
        string? value,
        bool isReadable,
        long size
    )
    {
        using var request = await PutAsync(
            new ByteArrayContent(type == "BlockBlob" ? [1, 2, 3] : []),
            type
        );
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        using var answer = await BlobHttp.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var found = await Store.FindAsync(name, Cancellation);
        Assert.Equal((isReadable, size), (found!.IsReadable, found.Size));
        Assert.Equal([found], await Store.ListAsync(name, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_blob_that_storage_shows_to_nobody_without_its_key_is_found_all_the_same()
    {
        await Store.TryCreateAsync(name, new MemoryStream([1]), Cancellation);
        var options = new BlobClientOptions();
        options.AddPolicy(new SenderKeptTheKey(), HttpPipelinePosition.PerCall);
        await using var services = azurite.Open(services =>
            services.AddSingleton(new BlobServiceClient(azurite.ConnectionString, options))
        );

        var found = await services
            .GetRequiredService<ISubmissionStore>()
            .FindAsync(name, Cancellation);

        Assert.Equal(await Store.FindAsync(name, Cancellation), found);
    }

    [Fact]
    public async Task A_write_that_ends_after_the_file_was_seen_does_not_change_it()
    {
        using var slow = new SlowContent([9, 9, 9]);
        using var request = await PutAsync(slow, "BlockBlob");
        var answering = BlobHttp.Client.SendAsync(request, Cancellation);
        await slow.Began.WaitAsync(Cancellation);
        Assert.True(await BlobHttp.PutAsync(request.RequestUri!, [1, 2, 3]));
        var found = await Store.FindAsync(name, Cancellation);
        await (await Store.HoldAsync(found!, Cancellation)).DisposeAsync();

        slow.GoOn();

        using var answer = await answering;
        // The lease forbids it, and so does a permission to create only, whichever storage looks at first.
        Assert.True(
            answer.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Forbidden,
            $"{answer.StatusCode}"
        );
        Assert.Equal(found, await Store.FindAsync(name, Cancellation));
        // Whoever comes again, after a crash or by another door, reads the same.
        await using var content = await Store.HoldAsync(found!, Cancellation);
        var bytes = new byte[3];
        await content.ReadExactlyAsync(bytes, Cancellation);
        Assert.Equal([1, 2, 3], bytes);
    }

    [Fact]
    public async Task A_version_that_was_overwritten_before_it_was_held_is_not_taken_for_the_other()
    {
        await Store.TryCreateAsync(name, new MemoryStream([1]), Cancellation);
        var found = await Store.FindAsync(name, Cancellation);

        await Assert.ThrowsAsync<IOException>(() =>
            Store.HoldAsync(found! with { ETag = "0x1" }, Cancellation)
        );
    }

    [Fact]
    public async Task Of_writes_at_once_that_ask_for_a_free_name_one_is_taken()
    {
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(async i =>
                {
                    using var request = await PutAsync(
                        new ByteArrayContent([(byte)i]),
                        "BlockBlob"
                    );
                    request.Headers.Add("If-None-Match", "*");
                    using var answer = await BlobHttp.Client.SendAsync(request, Cancellation);
                    return answer.StatusCode;
                })
        );

        Assert.Single(answers, HttpStatusCode.Created);
    }

    private async Task<HttpRequestMessage> PutAsync(HttpContent content, string type) =>
        new(
            HttpMethod.Put,
            await Store.PermitAsync(
                name,
                azurite.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(10),
                Cancellation
            )
        )
        {
            Content = content,
            Headers = { { "x-ms-blob-type", type } },
        };

    private sealed class SenderKeptTheKey : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Method == RequestMethod.Head)
            {
                throw new RequestFailedException(409, "BlobUsesCustomerSpecifiedEncryption");
            }
        }
    }

    private sealed class SlowContent(byte[] bytes) : HttpContent
    {
        private readonly TaskCompletionSource began = new();
        private readonly TaskCompletionSource going = new();

        public Task Began => began.Task;

        public void GoOn() => going.SetResult();

        protected override async Task SerializeToStreamAsync(
            Stream stream,
            TransportContext? context
        )
        {
            await stream.WriteAsync(bytes.AsMemory(0, 1));
            await stream.FlushAsync();
            began.SetResult();
            await going.Task;
            await stream.WriteAsync(bytes.AsMemory(1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }
}
