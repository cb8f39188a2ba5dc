using System.Runtime.InteropServices;

namespace ProgramReview.Local.Host.Commands;

/// <summary>
/// Ctrl-C and SIGTERM ask for a gentle stop. What hangs does not hold it up for long, and who asks again waits for nothing: whatever was answered
/// is on the disk, so the next start goes on from there.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private const int Interrupted = 130;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource asked = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly TimeProvider wall = TimeProvider.System;
    private ITimer? limit;

    public Interrupt() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Hear),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Hear),
        ];

    /// <summary>Cancelled when somebody has asked for the stop.</summary>
    public CancellationToken Asked => asked.Token;

    /// <summary>Asks for the stop, as a key does.</summary>
    public Task AskAsync()
    {
        HaveAnEnd();
        return asked.CancelAsync();
    }

    /// <summary>A stop has begun: whatever hangs, it ends in time.</summary>
    public void HaveAnEnd() =>
        limit ??= wall.CreateTimer(
            _ => End("Something hangs; ended without it."),
            null,
            Patience,
            Timeout.InfiniteTimeSpan
        );

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        limit?.Dispose();
        asked.Dispose();
    }

    private void Hear(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (asked.IsCancellationRequested)
        {
            End("Ended at once.");
        }

        // Whoever waits for the stop may do much when it comes; the next signal must be heard meanwhile.
        _ = AskAsync();
    }

    private static void End(string why)
    {
        Console.Error.WriteLine($"{why} Nothing that was answered is lost.");
        Environment.Exit(Interrupted);
    }
}
