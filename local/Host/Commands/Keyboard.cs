using ProgramReview.Local.Host.Time;
using Spectre.Console;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Steers the clock by single keys, as long as there is a terminal; otherwise only waits for the end.</summary>
internal static class Keyboard
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(80);

    /// <summary>Listens until asked to stop, or until somebody presses q.</summary>
    public static async Task ListenAsync(
        ClockControl control,
        IAnsiConsole console,
        CancellationToken stop
    )
    {
        try
        {
            if (Console.IsInputRedirected)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
                return;
            }

            console.MarkupLine(
                "[bold]p[/] pause or continue   [bold]n[/] next event   [bold]+[/] faster   [bold]-[/] slower   [bold]q[/] quit"
            );
            while (true)
            {
                while (Console.KeyAvailable)
                {
                    if (!Press(Console.ReadKey(intercept: true).KeyChar, control, console))
                    {
                        return;
                    }
                }

                await Task.Delay(Look, TimeProvider.System, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>Carries out a key; whether to go on listening.</summary>
    public static bool Press(char key, ClockControl control, IAnsiConsole console)
    {
        var command = char.ToLowerInvariant(key) switch
        {
            'p' or ' ' => "toggle",
            'n' => "next",
            '+' or '=' => "faster",
            '-' => "slower",
            _ => null,
        };
        if (command is not null && control.Do(command))
        {
            console.MarkupLineInterpolated(
                $"{control.Show(control.Now)}, {(control.IsPaused ? "paused" : control.SpeedText())}"
            );
        }

        return char.ToLowerInvariant(key) != 'q';
    }
}
