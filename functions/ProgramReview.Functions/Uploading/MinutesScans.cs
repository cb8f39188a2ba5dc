using Microsoft.Extensions.Logging;
using ProgramReview.Core.Events;
using ProgramReview.Core.Uploading;
using ProgramReview.Functions.Checking;
using ProgramReview.Functions.Checking.Scanning;
using ProgramReview.Functions.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>The one way what a scanner said of the minutes of a session gets on record, whoever brings it: once for each verdict.</summary>
public sealed partial class MinutesScans(
    IMalwareScanner scanner,
    ISubmissionStore submissions,
    ICheckQueue queue,
    IEventStore record,
    Recorder recorder,
    ILogger<MinutesScans> logger
)
{
    /// <summary>Whether minutes are still without a verdict, although there is a scanner that can be asked for one.</summary>
    public bool IsMissing(CycleState cycle, string sha256) =>
        scanner.Mode == ScanMode.OnRequest
        && ScanResult.Worst(cycle.ScansOfMinutes(sha256)) is null or ScanVerdict.NotScanned;

    /// <summary>Has minutes scanned that are on record, where a scanner can be asked.</summary>
    public Task QueueAsync(CycleState cycle, MinutesName name, CancellationToken cancellation) =>
        IsMissing(cycle, name.Sha256)
            ? queue.EnqueueAsync(name.ToString(), cancellation)
            : Task.CompletedTask;

    /// <summary>Asks the scanner about minutes without a verdict, and records what it says.</summary>
    public async Task AskAsync(MinutesName name, CancellationToken cancellation)
    {
        var stream = await record.ReadAsync(name.Cycle.Stream, cancellation);
        if (
            !stream.Cycle.Meetings.Any(meeting => meeting.Minutes == name.Sha256)
            || !IsMissing(stream.Cycle, name.Sha256)
        )
        {
            return;
        }
        await using var content = await submissions.OpenAsync(name.ToString(), cancellation);
        if (await scanner.AskAsync(content, cancellation) is { } result)
        {
            await RecordAsync(stream, name, result, cancellation);
        }
    }

    /// <summary>Records what a scanner said, unless the same or worse is on record; also before the session itself is.</summary>
    /// <param name="known">The cycle's stream, read a moment ago.</param>
    /// <param name="name">The minutes.</param>
    /// <param name="result">What it said.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task RecordAsync(
        EventStream known,
        MinutesName name,
        ScanResult result,
        CancellationToken cancellation
    )
    {
        var recorded = await recorder.WriteAsync(
            known,
            $"minutes-scanned-{name.Sha256}-{result.Verdict}",
            entries =>
                ScanResult.Worst(entries.Cycle.ScansOfMinutes(name.Sha256)) switch
                {
                    ScanVerdict.Malicious => null,
                    ScanVerdict.Clean when result.Verdict != ScanVerdict.Malicious => null,
                    _ => new CycleEvent.MinutesScanned(name.Sha256, result),
                },
            cancellation
        );
        if (recorded is { IsNew: true } && result.Verdict == ScanVerdict.Malicious)
        {
            Log.Infected(logger, name.ToString());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Malware was found in {Minutes}")]
        public static partial void Infected(ILogger logger, string minutes);
    }
}
