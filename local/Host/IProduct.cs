using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host;

/// <summary>The product as <c>up</c> runs it: its app and what is put in place of the cloud.</summary>
internal interface IProduct
{
    /// <summary>The app.</summary>
    FunctionsApp App { get; }

    /// <summary>Where its orchestrations and activities stand.</summary>
    Assembly Assembly { get; }

    /// <summary>Where a new clock begins.</summary>
    DateTimeOffset ClockStart { get; }

    /// <summary>The zone that its people live in.</summary>
    Task<TimeZoneInfo> FindZoneAsync(
        IServiceProvider services,
        CancellationToken cancellationToken
    );

    /// <summary>The app's settings on this machine.</summary>
    IReadOnlyDictionary<string, string?> Configure(
        Uri address,
        string storageConnection,
        Uri? clamd,
        DataFolder data
    );

    /// <summary>Puts local services in the place of the app's own.</summary>
    void Replace(
        IServiceCollection services,
        SegmentedClock clock,
        TimeProvider wall,
        MailStore mails
    );

    /// <summary>What has to be there before the first function runs.</summary>
    Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken);
}
