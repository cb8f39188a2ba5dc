using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgramReview.Local.Host.Functions;
using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Time;

namespace ProgramReview.Local.Host;

/// <summary>What a local host is put together from.</summary>
internal sealed record LocalHostSettings
{
    /// <summary>Where to answer on this machine; 0 takes any free port.</summary>
    public required int Port { get; init; }

    /// <summary>The app's settings.</summary>
    public required IReadOnlyDictionary<string, string?> Configuration { get; init; }

    /// <summary>The product's clock.</summary>
    public required SegmentedClock Clock { get; init; }

    /// <summary>Finds the zone in which the local pages show times: that of the product's own pages.</summary>
    public Func<IServiceProvider, CancellationToken, Task<TimeZoneInfo>> FindZone { get; init; } =
        (_, _) => Task.FromResult(TimeZoneInfo.Utc);

    /// <summary>The machine's clock.</summary>
    public required TimeProvider Wall { get; init; }

    /// <summary>Where mails go.</summary>
    public required MailStore Mails { get; init; }

    /// <summary>The keys of functions that are not anonymous.</summary>
    public required FunctionKeys Keys { get; init; }

    /// <summary>The file that says when timers ran last.</summary>
    public required string TimersPath { get; init; }

    /// <summary>Makes the durable engine from the app's services.</summary>
    public required Func<IServiceProvider, IWorkflowEngine> Engine { get; init; }

    /// <summary>Puts local services in the place of the app's own.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    /// <summary>Where the log goes.</summary>
    public required Action<ILoggingBuilder> Log { get; init; }
}
