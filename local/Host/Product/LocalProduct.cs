using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Uploading;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Functions;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Reading;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host.Product;

/// <summary>The product on this machine: its own app with local mail, storage time and secrets.</summary>
internal sealed class LocalProduct : IProduct
{
    private const string KeyId = "local";

    /// <inheritdoc/>
    public FunctionsApp App =>
        FunctionsApp.Of(
            Assembly,
            (builder, configuration) => builder.AddProgramReview(configuration)
        );

    /// <inheritdoc/>
    public Assembly Assembly => typeof(IMailSender).Assembly;

    /// <inheritdoc/>
    public DateTimeOffset ClockStart { get; } = new(2024, 7, 31, 17, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public Task<TimeZoneInfo> FindZoneAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    ) => services.GetRequiredService<PlanZone>().FindAsync(cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string?> Configure(
        Uri address,
        string storageConnection,
        Uri? clamd,
        DataFolder data
    ) =>
        new Dictionary<string, string?>
        {
            ["Storage:ConnectionString"] = storageConnection,
            ["AzureWebJobsStorage"] = storageConnection,
            ["Mail:Provider"] = nameof(MailProvider.Local),
            ["Mail:FromAddress"] = "review@hanoi.example",
            ["Mail:FromName"] = "Programme review",
            ["Links:BaseUri"] = address.ToString(),
            ["Links:CurrentKey"] = KeyId,
            [$"Links:Keys:{KeyId}"] = LinkKey(data.File("link.key")),
            ["Scan:Provider"] = clamd is null
                ? nameof(ScanProvider.None)
                : nameof(ScanProvider.Clamd),
            ["Scan:Clamd"] = clamd?.ToString(),
            ["Receipts:KeyFile"] = ReceiptKeys(data.File("receipt-keys.json")),
        };

    /// <inheritdoc/>
    public void Replace(
        IServiceCollection services,
        SegmentedClock clock,
        TimeProvider wall,
        MailStore mails
    )
    {
        services.AddSingleton<PlanZone>();
        services.RemoveAll<IStorageTime>();
        services.AddSingleton<IStorageTime>(new StorageTime(clock, wall));
        services.RemoveAll<IStaffAccess>();
        services.AddSingleton<IStaffAccess, LoopbackOperator>();
        var bell = new QueueBell();
        var queues = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        queues.AddPolicy(bell, HttpPipelinePosition.PerCall);
        services.AddSingleton(bell);
        services.RemoveAll<QueueClientOptions>();
        services.AddSingleton(queues);
        services.RemoveAll<IContentReader>();
        services.AddSingleton<IContentReader, ChildContentReader>();
        services.RemoveAll<IMailSender>();
        services.AddSingleton<IMailSender>(new LocalMailSender(mails, clock));
    }

    /// <inheritdoc/>
    public Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        Preparation.PrepareAsync(services, cancellationToken);

    /// <summary>The file of keys that sign receipts: made once, so that receipts given before stay good.</summary>
    private static string ReceiptKeys(string path)
    {
        if (!File.Exists(path))
        {
            ReceiptKeysCommand.Rotate(path);
        }

        return path;
    }

    /// <summary>The key behind the links: made once, so that links in mails sent before go on working.</summary>
    private static string LinkKey(string path)
    {
        if (!File.Exists(path))
        {
            var key = Convert.FromHexString(RandomNumberGenerator.GetHexString(64));
            AtomicFile.Write(
                path,
                Encoding.ASCII.GetBytes(Convert.ToBase64String(key)),
                isPrivate: true
            );
        }

        return File.ReadAllText(path);
    }
}
