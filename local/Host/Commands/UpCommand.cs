using System.CommandLine;
using Spectre.Console;

namespace ProgramReview.Local.Host.Commands;

/// <summary><c>review up</c>: runs the product on this machine until it is stopped.</summary>
internal static class UpCommand
{
    private const int DefaultPort = 7071;
    private static readonly string ShippedPlan = Path.Combine("plans", "hanoi-01-ctr-tu");

    /// <summary>The command; with people to simulate it also has <c>--simulate</c>.</summary>
    /// <param name="product">What is run.</param>
    /// <param name="simulate">Plays the people of a plan's cycle and returns the exit code.</param>
    public static Command Create(
        IProduct product,
        Func<string, LocalSystem, IAnsiConsole, CancellationToken, Task<int>>? simulate = null
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
            Description =
                "Product seconds in a second, if the work keeps up; without it the clock goes on as it was",
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
            Description =
                "Let simulated people go through a whole cycle, as fast as this machine can",
        };
        var plan = new Option<string>("--plan")
        {
            Description = "With --simulate: the plan that is played",
            DefaultValueFactory = _ => Path.Combine(AppContext.BaseDirectory, ShippedPlan),
        };
        var scan = new Option<string?>("--scan")
        {
            Description =
                "Have uploads scanned for malware: clamd, or clamd=ADDRESS with unix:///PATH or tcp://HOST:PORT",
        };
        scan.Validators.Add(given =>
            Check(
                given.GetValueOrDefault<string?>() is not { } text
                    || ScanChoice.Read(text) is not null,
                given,
                "--scan is clamd, clamd=unix:///var/run/clamav/clamd.ctl or clamd=tcp://127.0.0.1:3310."
            )
        );
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
            scan,
        };
        if (simulate is not null)
        {
            command.Add(people);
            command.Add(plan);
        }

        command.SetAction(parsed =>
        {
            var options = new UpOptions(
                parsed.GetValue(port),
                parsed.GetValue(data)!,
                // People come to a clock that does not run away before they are there.
                simulate is not null
                && parsed.GetValue(people)
                    ? 1
                    : parsed.GetValue(speed),
                parsed.GetValue(fresh),
                Repository.Root,
                parsed.GetValue(scan) is { } scanner ? ScanChoice.Read(scanner) : null,
                AnsiConsole.WriteLine
            );
            var console = AnsiConsole.Console;
            var played = parsed.GetValue(plan)!;
            Func<LocalSystem, CancellationToken, Task<int>>? play =
                simulate is not null && parsed.GetValue(people)
                    ? (system, stop) => simulate(played, system, console, stop)
                    : null;
            return RunAsync(product, options, play, parsed.GetValue(once), console);
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
        Func<LocalSystem, CancellationToken, Task<int>>? play,
        bool once,
        IAnsiConsole console
    )
    {
        using var stop = new Interrupt();
        try
        {
            console.MarkupLine("Starting storage and the product ...");
            await using var system = await LocalSystem.StartAsync(product, options, stop.Asked);
            Greet(system, console);
            var playing = PlayAsync(system, play, once, console, stop);
            await Task.WhenAny(playing, system.Failure);
            if (system.Failure.IsCompletedSuccessfully)
            {
                await stop.AskAsync();
                throw new StartException(await system.Failure);
            }

            var code = await playing;
            stop.HaveAnEnd();
            console.MarkupLine("Stopping gently ...");
            return code;
        }
        catch (OperationCanceledException) when (stop.Asked.IsCancellationRequested)
        {
            console.MarkupLine("Stopped.");
            return 0;
        }
    }

    private static async Task<int> PlayAsync(
        LocalSystem system,
        Func<LocalSystem, CancellationToken, Task<int>>? play,
        bool once,
        IAnsiConsole console,
        Interrupt stop
    )
    {
        var code = play is null ? 0 : await play(system, stop.Asked);
        if (!once)
        {
            await Keyboard.ListenAsync(system.Host.Control, console, stop.Asked);
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
