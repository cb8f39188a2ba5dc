using Microsoft.Extensions.Logging;

namespace ProgramReview.Local.Host;

/// <summary>Where the local host's log goes: all of it into a file, what needs a person also onto the screen.</summary>
internal static class LocalLog
{
    /// <summary>Adds both.</summary>
    public static void Add(ILoggingBuilder logging, string path)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        // Request lines would hold addresses, and an address with a link in it is a key.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System.Net.Http", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
        logging.AddProvider(
            new LineLoggerProvider(() => new StreamWriter(path, append: true), LogLevel.Trace)
        );
        logging.AddProvider(
            new LineLoggerProvider(() => Console.Error, LogLevel.Warning, withTrace: false)
        );
    }
}
