using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgramReview.Functions.Mail;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Product;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Host.Tests.BothWays;

/// <summary>The product as it runs on this machine, but for mail: that goes to a server, as in a real office, and is read from there.</summary>
internal sealed class SmtpProduct(MailDev server, DateTimeOffset start) : IProduct
{
    private readonly LocalProduct local = new();

    public FunctionsApp App => local.App;

    public Assembly Assembly => local.Assembly;

    public DateTimeOffset ClockStart => start;

    public Task<TimeZoneInfo> FindZoneAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    ) => local.FindZoneAsync(services, cancellationToken);

    public IReadOnlyDictionary<string, string?> Configure(
        Uri address,
        string storageConnection,
        Uri? clamd,
        DataFolder data
    ) =>
        new Dictionary<string, string?>(local.Configure(address, storageConnection, clamd, data))
        {
            ["Mail:Provider"] = nameof(MailProvider.Smtp),
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = server.SmtpPort.ToString(CultureInfo.InvariantCulture),
            ["Mail:Smtp:Security"] = nameof(SmtpSecurity.None),
        };

    public void Replace(
        IServiceCollection services,
        SegmentedClock clock,
        TimeProvider wall,
        MailStore mails
    )
    {
        var smtp = services.Single(service => service.ServiceType == typeof(IMailSender));
        local.Replace(services, clock, wall, mails);
        services.RemoveAll<IMailSender>();
        services.AddSingleton<IMailSender>(provider => new ServerMail(
            (IMailSender)ActivatorUtilities.CreateInstance(provider, smtp.ImplementationType!),
            server,
            mails,
            clock
        ));
    }

    public Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        local.PrepareAsync(services, cancellationToken);
}
