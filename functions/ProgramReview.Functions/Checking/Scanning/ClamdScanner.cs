using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>Has clamd scan uploaded files. That it is away, falls silent or errs is no verdict.</summary>
/// <param name="clamd">The daemon.</param>
/// <param name="logger">Hears of every question that had no answer.</param>
internal sealed partial class ClamdScanner(ClamdClient clamd, ILogger<ClamdScanner> logger)
    : IMalwareScanner,
        IDisposable
{
    /// <summary>What it is called in the record.</summary>
    public const string Name = "clamd";

    private const string Prefix = "stream: ";
    private const string Found = " FOUND";
    private const string TooLarge = "INSTREAM size limit exceeded";

    // By its settings it "finds" what it could not look into as well; an honest report with a password for changes is no malware.
    private static readonly string[] NoMalware =
    [
        "Heuristics.Encrypted",
        "Heuristics.Limits.Exceeded",
    ];

    // Every scan is a thread of the daemon's with the file in its memory.
    private readonly SemaphoreSlim desks = new(2);

    /// <inheritdoc/>
    public ScanMode Mode => ScanMode.OnRequest;

    /// <inheritdoc/>
    public async Task<ScanResult?> AskAsync(Stream content, CancellationToken cancellation)
    {
        await desks.WaitAsync(cancellation);
        try
        {
            var answer = await clamd.ScanAsync(content, cancellation);
            var result = Read(answer);
            if (result is null)
            {
                Log.Erred(logger, answer);
            }
            return result;
        }
        catch (IOException away)
        {
            Log.Away(logger, away);
            return null;
        }
        finally
        {
            desks.Release();
        }
    }

    /// <summary>The verdict in an answer of clamd's; null if it holds none.</summary>
    /// <param name="answer">What it said.</param>
    internal static ScanResult? Read(string answer)
    {
        if (answer == $"{Prefix}OK")
        {
            return new ScanResult(ScanVerdict.Clean, Name);
        }
        if (
            answer.StartsWith(Prefix, StringComparison.Ordinal)
            && answer.EndsWith(Found, StringComparison.Ordinal)
        )
        {
            var what = answer[Prefix.Length..^Found.Length];
            var verdict = NoMalware.Any(name => what.StartsWith(name, StringComparison.Ordinal))
                ? ScanVerdict.NotScanned
                : ScanVerdict.Malicious;
            return new ScanResult(verdict, Name, ScanWords.Cut(what));
        }
        return answer.StartsWith(TooLarge, StringComparison.Ordinal)
            ? new ScanResult(ScanVerdict.NotScanned, Name, TooLarge)
            : null;
    }

    /// <inheritdoc/>
    public void Dispose() => desks.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "clamd gave no verdict; it is asked again")]
        public static partial void Away(ILogger logger, Exception trouble);

        [LoggerMessage(2, LogLevel.Warning, "clamd gave no verdict, it said: {Answer}")]
        public static partial void Erred(ILogger logger, string answer);
    }
}
