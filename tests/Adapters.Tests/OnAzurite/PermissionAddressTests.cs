using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Adapters.Tests.Servers;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.OnAzurite;

public sealed class PermissionAddressTests(Azurite azurite)
{
    private readonly string name = $"t{Guid.NewGuid():N}/unit/1/report.docx";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ISubmissionStore Store => azurite.Services.GetRequiredService<ISubmissionStore>();

    [Fact]
    public async Task A_browser_on_another_origin_may_put()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, await PermitAsync())
        {
            Headers =
            {
                { "Origin", "http://192.168.1.20:7071" },
                { "Access-Control-Request-Method", "PUT" },
                { "Access-Control-Request-Headers", "content-type,if-none-match,x-ms-blob-type" },
            },
        };

        using var response = await BlobHttp.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(
            response.Headers.GetValues("Access-Control-Allow-Origin").Single(),
            (string[])["*", "http://192.168.1.20:7071"]
        );
    }

    [Fact]
    public async Task On_a_shifted_clock_permissions_and_instants_are_translated()
    {
        var clock = new ShiftedClock(TimeSpan.FromDays(-782));
        await using var services = azurite.Open(services =>
            services.AddSingleton<TimeProvider>(clock).AddSingleton<IStorageTime>(clock)
        );
        var store = services.GetRequiredService<ISubmissionStore>();
        var before = clock.GetUtcNow();

        Assert.True(
            await BlobHttp.PutAsync(
                await store.PermitAsync(name, before.AddMinutes(5), Cancellation),
                [1]
            )
        );

        var found = await store.FindAsync(name, Cancellation);
        Assert.InRange(found!.Committed, before.AddSeconds(-1), clock.GetUtcNow());
        Assert.False(
            await BlobHttp.PutAsync(
                await store.PermitAsync(name + "2", before.AddMinutes(-1), Cancellation),
                [1]
            )
        );
    }

    [Fact]
    public async Task After_the_wall_clock_was_set_back_a_permission_begins_at_once()
    {
        await using var services = azurite.Open(services =>
            services.AddSingleton<IStorageTime>(new AheadByAnHour())
        );

        Assert.True(
            await BlobHttp.PutAsync(
                await services
                    .GetRequiredService<ISubmissionStore>()
                    .PermitAsync(name, TimeProvider.System.GetUtcNow().AddMinutes(5), Cancellation),
                [1]
            )
        );
    }

    [Fact]
    public async Task Setting_up_again_changes_nothing()
    {
        await Store.TryCreateAsync(name, new MemoryStream([1]), Cancellation);

        await azurite.Services.GetRequiredService<IStorageSetup>().EnsureAsync(Cancellation);

        Assert.NotNull(await Store.FindAsync(name, Cancellation));
    }

    private Task<Uri> PermitAsync() =>
        Store.PermitAsync(name, TimeProvider.System.GetUtcNow().AddMinutes(5), Cancellation);

    private sealed class AheadByAnHour : IStorageTime
    {
        public DateTimeOffset ToProduct(DateTimeOffset storage) => storage;

        public DateTimeOffset ToStorageExpiry(DateTimeOffset product) => product.AddHours(1);
    }

    private sealed class ShiftedClock(TimeSpan shift) : TimeProvider, IStorageTime
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

        public DateTimeOffset ToProduct(DateTimeOffset storage) => storage + shift;

        public DateTimeOffset ToStorageExpiry(DateTimeOffset product) => product - shift;
    }
}
