using System.CommandLine;
using System.Runtime.InteropServices;
using Spectre.Console;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review up</c>: runs the product on this machine until it is stopped.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 7071;

    /// <summary>The command; with people to simulate it also has <c>--simulate</c>.</summary>
    /// <param name="product">What is run.</param>
    /// <param name="simulate">Plays the people of a cycle and returns the exit code.</param>
    public static Command Create(
        IProduct product,
        Func<LocalSystem, IAnsiConsole, CancellationToken, Task<int>>? simulate = null
    )
    {
        var port = new Option<int>("--port")
        {
            Description = "Where to answer on this machine",
            DefaultValueFactory = _ => DefaultPort,
        };
        var data = new Option<string>("--data")
        {
            Description = "The folder that keeps everything",
            DefaultValueFactory = _ => Path.Combine(Repository.Root, ".data"),
        };
        var speed = new Option<double?>("--speed")
        {
            Description = "Product seconds in a second; without it the clock goes on as it was",
        };
        var fresh = new Option<bool>("--fresh")
        {
            Description = "Throw away what an earlier run left and begin anew",
        };
        var once = new Option<bool>("--once")
        {
            Description =
                "Exit when started, or when the simulated cycle has ended, instead of staying up",
        };
        var people = new Option<bool>("--simulate")
        {
            Description = "Let simulated people go through a whole cycle",
        };
        port.Validators.Add(given =>
            Check(
                given.GetValueOrDefault<int>() is > 0 and < 65_533,
                given,
                "--port is between 1 and 65532."
            )
        );
        speed.Validators.Add(given =>
            Check(
                given.GetValueOrDefault<double?>() is null or (> 0 and <= 10_000_000),
                given,
                "--speed is above 0 and at most 10000000."
            )
        );
        var command = new Command("up", "Run the product on this machine until it is stopped")
        {
            port,
            data,
            speed,
            fresh,
            once,
        };
        if (simulate is not null)
        {
            command.Add(people);
        }

        command.SetAction(parsed =>
        {
            var options = new UpOptions(
                parsed.GetValue(port),
                parsed.GetValue(data)!,
                parsed.GetValue(speed),
                parsed.GetValue(fresh),
                Repository.Root,
                AnsiConsole.WriteLine
            );
            var played = simulate is not null && parsed.GetValue(people) ? simulate : null;
            return RunAsync(product, options, played, parsed.GetValue(once), AnsiConsole.Console);
        });
        return command;
    }

    private static void Check(
        bool holds,
        System.CommandLine.Parsing.OptionResult given,
        string message
    )
    {
        if (!holds)
        {
            given.AddError(message);
        }
    }

    private static async Task<int> RunAsync(
        IProduct product,
        UpOptions options,
        Func<LocalSystem, IAnsiConsole, CancellationToken, Task<int>>? simulate,
        bool once,
        IAnsiConsole console
    )
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        try
        {
            console.MarkupLine("Starting storage and the product ...");
            await using var system = await LocalSystem.StartAsync(product, options, stop.Token);
            Greet(system, console);
            var play = PlayAsync(system, simulate, once, console, stop);
            await Task.WhenAny(play, system.Failure);
            if (system.Failure.IsCompletedSuccessfully)
            {
                await stop.CancelAsync();
                throw new StartException(await system.Failure);
            }

            var code = await play;
            console.MarkupLine("Stopping gently ...");
            return code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            console.MarkupLine("Stopped.");
            return 0;
        }
    }

    private static async Task<int> PlayAsync(
        LocalSystem system,
        Func<LocalSystem, IAnsiConsole, CancellationToken, Task<int>>? simulate,
        bool once,
        IAnsiConsole console,
        CancellationTokenSource stop
    )
    {
        var code = simulate is null ? 0 : await simulate(system, console, stop.Token);
        if (!once)
        {
            await Keyboard.ListenAsync(system.Host.Control, console, stop);
        }

        return code;
    }

    private static void Greet(LocalSystem system, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]The product is up:[/] {system.Host.Address}");
        console.MarkupLineInterpolated($"Start a cycle or see one: {system.Host.Address}cycles");
        console.MarkupLineInterpolated(
            $"Mailbox: {system.Host.Address}mailbox   Data and logs: {system.Data.Path}"
        );
    }
}
