using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Host;

/// <summary>What the host needs of the durable engine.</summary>
internal interface IWorkflowEngine
{
    /// <summary>The client for functions.</summary>
    DurableTaskClient Client { get; }

    /// <summary>The product instant of the next timer of any orchestration.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>The same, but the least instant while anything is under way.</summary>
    DateTimeOffset? NextWork { get; }

    /// <summary>Hears that <see cref="NextWork"/> may have changed.</summary>
    Action Worked { set; }

    /// <summary>Ends when the engine had to stop by itself, and says why in one line.</summary>
    Task<string> Failure { get; }

    /// <summary>Looks at the clock, whatever its timers say.</summary>
    void Look();

    /// <summary>Takes the work up where it was left.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Finishes the turns that run and stops.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
