using Microsoft.DurableTask.Client;

namespace ProgramReview.Local.Host;

/// <summary>What the host needs of the durable engine.</summary>
internal interface IWorkflowEngine
{
    /// <summary>The client for functions.</summary>
    DurableTaskClient Client { get; }

    /// <summary>The product instant of the next timer of any orchestration.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>Ends when the engine had to stop by itself, and says why in one line.</summary>
    Task<string> Failure { get; }

    /// <summary>Takes the work up where it was left.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Finishes the turns that run and stops.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
