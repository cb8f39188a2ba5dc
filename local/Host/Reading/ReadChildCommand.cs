using System.CommandLine;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Local.Host.Reading;

/// <summary><c>review read-child</c>: reads one file after the other for the host that started it, until that closes the door.</summary>
internal static class ReadChildCommand
{
    /// <summary>Its name; no help tells of it.</summary>
    public const string Name = "read-child";

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command(Name, "Read files for the host that started this")
        {
            Hidden = true,
        };
        command.SetAction((_, cancellation) => RunAsync(cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellation)
    {
        // Ctrl-C goes to the host as well, which lets what runs come to its end.
        using var interrupted = PosixSignalRegistration.Create(
            PosixSignal.SIGINT,
            signal => signal.Cancel = true
        );
        await using var services = new ServiceCollection()
            .AddLogging(log =>
                log.AddProvider(new LineLoggerProvider(() => Console.Error, LogLevel.Error))
            )
            .AddChecking()
            .BuildServiceProvider();
        var reader = services.GetRequiredService<IContentReader>();
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        var format = new byte[1];
        while (await input.ReadAsync(format, cancellation) > 0)
        {
            await using var content = new BlockStream(input, long.MaxValue);
            var facts = await reader.ReadAsync(content, (FileFormat)format[0], cancellation);
            await ChildProtocol.SendAsync(facts, output, cancellation);
        }
        return 0;
    }
}
