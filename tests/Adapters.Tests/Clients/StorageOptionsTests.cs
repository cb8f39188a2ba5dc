using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Storage;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Adapters.Tests.Clients;

public sealed class StorageOptionsTests
{
    private static readonly KeyValuePair<string, string?>[] Addresses =
    [
        new("Storage:BlobServiceUri", "https://account.blob.core.windows.net"),
        new("Storage:TableServiceUri", "https://account.table.core.windows.net"),
        new("Storage:QueueServiceUri", "https://account.queue.core.windows.net"),
    ];

    [Fact]
    public async Task With_service_addresses_every_port_is_there_and_signs_without_an_account_key()
    {
        await using var services = Open(Addresses);

        foreach (
            var port in (Type[])
                [
                    typeof(IEventStore),
                    typeof(IPermissionIndex),
                    typeof(ILinkStore),
                    typeof(IContactStore),
                    typeof(IOutbox),
                    typeof(ICycleIndex),
                    typeof(IAssignmentIndex),
                    typeof(IFigureStore),
                    typeof(ISubmissionStore),
                    typeof(IDocumentStore),
                    typeof(IBlobCreatedQueue),
                    typeof(IQueueWatch),
                    typeof(ICheckQueue),
                    typeof(IStorageSetup),
                ]
        )
        {
            Assert.NotNull(services.GetRequiredService(port));
        }
        Assert.IsType<UserDelegationSas>(services.GetRequiredService<ISasSigner>());
    }

    [Fact]
    public async Task Without_settings_the_start_fails_and_names_what_is_missing()
    {
        await using var services = Open([]);

        var failure = Assert.Throws<OptionsValidationException>(
            services.GetRequiredService<IStartupValidator>().Validate
        );

        Assert.Contains("'Storage'", failure.Message, StringComparison.Ordinal);
        Assert.Contains(
            "BlobServiceUri, TableServiceUri, QueueServiceUri",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task One_address_missing_is_named_alone()
    {
        await using var services = Open(Addresses[..2]);

        var failure = Assert.Throws<OptionsValidationException>(
            services.GetRequiredService<IStartupValidator>().Validate
        );

        Assert.EndsWith("wrong: QueueServiceUri.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_ways_at_once_are_refused()
    {
        await using var services = Open([
            .. Addresses,
            new("Storage:ConnectionString", "UseDevelopmentStorage=true"),
        ]);

        Assert.Throws<OptionsValidationException>(
            services.GetRequiredService<IStartupValidator>().Validate
        );
    }

    private static ServiceProvider Open(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ServiceCollection()
            .AddAzureStorage(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider();
}
