using System.Diagnostics;

namespace ProgramReview.Host.Tests.Running;

/// <summary>Sends signals, as a terminal or a service manager does.</summary>
internal static class Signals
{
    public static async Task SendAsync(string signal, params IEnumerable<int> processes)
    {
        using var kill = Process.Start(
            new ProcessStartInfo("kill", [$"-{signal}", .. processes.Select(id => $"{id}")])
            {
                RedirectStandardError = true,
            }
        )!;
        await kill.WaitForExitAsync();
    }
}
