using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Access;
using Xunit;

namespace ProgramReview.Functions.Tests.Hosting;

public sealed class PreparationTests
{
    [Fact]
    public async Task A_start_without_settings_names_every_fault_in_one_message()
    {
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection();
        services
            .AddLogging()
            .AddReview(configuration)
            .AddAzureStorage(configuration)
            .AddMailProvider(configuration);
        services.AddAccess(configuration);
        await using var provider = services.BuildServiceProvider();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            provider.PrepareAsync(TestContext.Current.CancellationToken)
        );

        Assert.All(
            ["BaseUri", "CurrentKey", "ConnectionString", "Provider", "FromAddress", "FromName"],
            setting => Assert.Contains(setting, refused.Message, StringComparison.Ordinal)
        );
    }
}
