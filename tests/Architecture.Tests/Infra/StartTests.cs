using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Access;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>With what the infrastructure sets, and the secrets that the docs ask for, the app's own checks at the start find nothing missing.</summary>
public sealed class StartTests
{
    private static readonly Dictionary<string, string> MailServer = new()
    {
        ["REVIEW_MAIL_PROVIDER"] = "Smtp",
        ["REVIEW_SMTP_HOST"] = "mail.organisation.example",
        ["REVIEW_SMTP_PORT"] = "465",
        ["REVIEW_SMTP_USER"] = "review",
        ["REVIEW_SMTP_SECURITY"] = "Tls",
    };

    [Theory]
    [InlineData("prod")]
    [InlineData("test")]
    public void What_is_set_is_enough_to_start(string name) =>
        Start(AppSettings.In(File.ReadAllText(Snapshot.Kept(name))));

    [Fact]
    public async Task It_is_enough_with_a_mail_server_whose_password_is_a_secret_of_the_vault()
    {
        var settings = AppSettings.In(await Snapshot.TakeAsync("prod", MailServer));

        Start(settings);
        Assert.Equal("Smtp", settings["Mail__Provider"]);
        Assert.Equal("465", settings["Mail__Smtp__Port"]);
        Assert.Contains(
            "/smtp-password)",
            settings["Mail__Smtp__Password"],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Mail__SendGrid__ApiKey", settings.Keys);
    }

    [Fact]
    public async Task A_second_key_for_links_is_a_matter_of_two_parameters()
    {
        var settings = AppSettings.In(
            await Snapshot.TakeAsync(
                "prod",
                new() { ["REVIEW_LINK_KEYS"] = "k1,k2", ["REVIEW_CURRENT_LINK_KEY"] = "k2" }
            )
        );

        Start(settings);
        Assert.Equal("k2", settings["Links__CurrentKey"]);
        Assert.All(
            ["k1", "k2"],
            key => Assert.Matches($"/link-key-.*'{key}'\\)", settings[$"Links__Keys__{key}"])
        );
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Without_any_one_of_its_settings_it_would_not_start(string setting)
    {
        var settings = AppSettings.In(File.ReadAllText(Snapshot.Kept("prod")));
        settings.Remove(setting);

        Assert.ThrowsAny<Exception>(() => Start(settings));
    }

    public static TheoryData<string> Settings =>
        [
            "Links__BaseUri",
            "Links__CurrentKey",
            "Links__Keys__k1",
            "Mail__FromAddress",
            "Mail__FromName",
            "Mail__Provider",
            "Mail__SendGrid__ApiKey",
            "Receipts__VaultKeyUri",
            "Storage__BlobServiceUri",
            "Storage__QueueServiceUri",
            "Storage__TableServiceUri",
        ];

    private static void Start(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(pair =>
                    KeyValuePair.Create(
                        pair.Key.Replace("__", ":", StringComparison.Ordinal),
                        (string?)Resolved(pair.Value)
                    )
                )
            )
            .Build();
        using var services = new ServiceCollection()
            .AddReview(configuration)
            .AddAzureStorage(configuration)
            .AddMailProvider(configuration)
            .AddReceiptSigner(configuration)
            .AddAccess(configuration)
            .AddTelemetry(configuration)
            .BuildServiceProvider();

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    // What only a deployment knows: the vault gives secrets, the platform names of hosts and ids.
    private static string Resolved(string value) =>
        value.Contains("@Microsoft.KeyVault(", StringComparison.Ordinal)
            ? Convert.ToBase64String(new byte[32])
        : value.StartsWith("[format('https://", StringComparison.Ordinal)
            ? "https://somewhere.example/keys/receipts"
        : value.EndsWith(".connectionString.value]", StringComparison.Ordinal)
            ? "InstrumentationKey=00000000-0000-0000-0000-000000000001"
        : value;
}
