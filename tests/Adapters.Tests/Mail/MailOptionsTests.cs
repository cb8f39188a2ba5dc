using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProgramReview.Functions.Mail;

namespace ProgramReview.Adapters.Tests.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("Provider=SendGrid;SendGrid:ApiKey=k", typeof(SendGridMailSender))]
    [InlineData("Provider=Smtp;Smtp:Host=mail.example", typeof(SmtpMailSender))]
    [InlineData(
        "Provider=smtp;Smtp:Host=mail.example;Smtp:User=u;Smtp:Password=p;Smtp:Security=Tls;Smtp:Port=465",
        typeof(SmtpMailSender)
    )]
    [InlineData("Provider=Local", null)]
    public async Task Complete_settings_start_and_choose_the_provider(string settings, Type? sender)
    {
        await using var services = Open($"FromAddress=a@b.example;FromName=A;{settings}");

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(sender, services.GetService<IMailSender>()?.GetType());
    }

    [Theory]
    [InlineData("", "Provider must be")]
    [InlineData("Provider=SendGrid", "SendGrid:ApiKey is empty")]
    [InlineData(
        "Provider=SendGrid;SendGrid:ApiKey=k;SendGrid:Host=http://api.example",
        "SendGrid:Host is not"
    )]
    [InlineData("Provider=Smtp", "Smtp:Host is empty")]
    [InlineData("Provider=Smtp;Smtp:Host=h;Smtp:Port=0", "Smtp:Port is not")]
    [InlineData("Provider=Smtp;Smtp:Host=h;Smtp:User=u", "belong together")]
    [InlineData(
        "Provider=Smtp;Smtp:Host=h;Smtp:User=u;Smtp:Password=p;Smtp:Security=None",
        "in the open"
    )]
    [InlineData("Provider=Local;FromAddress=nobody", "FromAddress is not")]
    [InlineData("Provider=Local;FromAddress=A <a@b.example>", "FromAddress is not")]
    [InlineData("Provider=Local;FromName= ", "FromName is empty")]
    public async Task Incomplete_settings_stop_the_start_and_say_why(string settings, string words)
    {
        await using var services = Open($"FromAddress=a@b.example;FromName=A;{settings}");

        var failure = Assert.Throws<OptionsValidationException>(
            services.GetRequiredService<IStartupValidator>().Validate
        );

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Single(failure.Failures);
    }

    private static ServiceProvider Open(string settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var setting in settings.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = setting.Split('=', 2);
            values[$"Mail:{parts[0]}"] = parts[1];
        }
        return new ServiceCollection()
            .AddMailProvider(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .BuildServiceProvider();
    }
}
