namespace ProgramReview.Local.Simulation;

/// <summary>The death of the process: whatever it was doing ends at once, and nothing it would still write takes place.</summary>
internal sealed class Crash : IDisposable
{
    private CancellationTokenSource life = new();

    /// <summary>Whether the process is dead and has to be started again.</summary>
    public bool HasHappened => life.IsCancellationRequested;

    /// <summary>Ends with the process.</summary>
    public CancellationToken Life => life.Token;

    /// <summary>Kills the process.</summary>
    /// <exception cref="OperationCanceledException">Always: nothing after this line runs.</exception>
    public void Strike()
    {
        life.Cancel();
        life.Token.ThrowIfCancellationRequested();
    }

    /// <summary>A new process has begun.</summary>
    public void Revive()
    {
        life.Dispose();
        life = new();
    }

    /// <inheritdoc/>
    public void Dispose() => life.Dispose();
}
