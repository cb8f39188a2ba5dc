using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class LostAnswerTests(Azurite azurite)
{
    private readonly CycleId cycle = new($"t{Guid.NewGuid():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_whose_answer_was_lost_is_known_as_our_own()
    {
        await using var services = Open();
        var record = services.GetRequiredService<IEventStore>();
        var entry = Chain.Next(
            cycle.Stream,
            null,
            TimeProvider.System.GetUtcNow(),
            "key",
            new CycleEvent.ProcessFailed("instance", "message")
        );

        Assert.True(await record.TryAppendAsync(entry, Cancellation));
        Assert.False(await record.TryAppendAsync(entry, Cancellation));

        Assert.Equal([entry], await record.ReadAsync(cycle.Stream, Cancellation));
    }

    [Fact]
    public async Task A_document_whose_answer_was_lost_is_known_as_our_own()
    {
        await using var services = Open();
        var store = services.GetRequiredService<IDocumentStore>();

        Assert.True(
            await store.TryCreateAsync($"x/{cycle}", "text/plain", "a"u8.ToArray(), Cancellation)
        );
        Assert.False(
            await store.TryCreateAsync($"x/{cycle}", "text/plain", "a"u8.ToArray(), Cancellation)
        );
    }

    [Fact]
    public async Task A_submission_whose_answer_was_lost_is_known_as_our_own()
    {
        await using var services = Open();
        var store = services.GetRequiredService<ISubmissionStore>();

        Assert.True(
            await store.TryCreateAsync($"{cycle}/a", new MemoryStream([1, 2]), Cancellation)
        );
        Assert.False(
            await store.TryCreateAsync($"{cycle}/a", new MemoryStream([1, 2]), Cancellation)
        );
    }

    private ServiceProvider Open() =>
        azurite.Open(services =>
            services
                .AddSingleton(
                    new TableServiceClient(
                        azurite.ConnectionString,
                        LostAnswer.On(new TableClientOptions())
                    )
                )
                .AddSingleton(
                    new BlobServiceClient(
                        azurite.ConnectionString,
                        LostAnswer.On(new BlobClientOptions())
                    )
                )
        );
}
