using System.Diagnostics;
using System.Diagnostics.Metrics;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>
/// Tells telemetry of each event once, as it is put on record: counters in the product's own words. Cycles, kinds and outcomes only; no
/// person, file, address or token ever gets here.
/// </summary>
internal static class EventMeter
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "ProgramReview";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Facts = Meter.CreateCounter<long>(
        "review.facts",
        description: "Facts put on record, by kind"
    );
    private static readonly Counter<long> Receipts = Meter.CreateCounter<long>(
        "review.receipts",
        description: "Attempts on record, by timeliness, acceptance and entrance"
    );
    private static readonly Histogram<double> Latency = Meter.CreateHistogram<double>(
        "review.judgement.latency",
        "s",
        "From the commit of the bytes to their judgement on record"
    );
    private static readonly Counter<long> Checks = Meter.CreateCounter<long>(
        "review.checks",
        description: "Files whose content was looked at, or could not be"
    );
    private static readonly Counter<long> Scans = Meter.CreateCounter<long>(
        "review.scans",
        description: "What scanners said of files, by verdict"
    );
    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>(
        "review.decisions",
        description: "Decisions of approvers, by verdict"
    );
    private static readonly Counter<long> Mails = Meter.CreateCounter<long>(
        "review.mails",
        description: "Mails, by kind and outcome"
    );
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "review.processes.failed",
        description: "Processes of a cycle that failed"
    );

    private static readonly Counter<long> ChecksOnly = Meter.CreateCounter<long>(
        "review.checks-only",
        description: "Files checked without being sent, by whether they could count"
    );

    /// <summary>Counts a file that was checked and not sent: all that is kept of it.</summary>
    public static void CountCheckOnly(CycleId cycle, IEnumerable<Finding> findings) =>
        ChecksOnly.Add(
            1,
            Tag("cycle", cycle),
            Tag("acceptable", findings.All(finding => finding.Severity < Severity.Error))
        );

    /// <summary>Counts an entry that has just become part of the record.</summary>
    public static void Count(Entry entry)
    {
        // Reading the event again costs more than counting it: rehearsals and simulations have no listener.
        if (!Facts.Enabled)
        {
            return;
        }
        var @event = entry.Event;
        var cycle = Tag("cycle", CycleId.Of(entry.Stream).ToString());
        Facts.Add(1, cycle, Tag("kind", @event.GetType().Name));
        switch (@event)
        {
            case AssignmentEvent.SubmissionRecorded { Submission: var submission }:
                Receipts.Add(
                    1,
                    new TagList
                    {
                        cycle,
                        Tag("timeliness", submission.Judgement.Verdict),
                        Tag(
                            "accepted",
                            submission.IsBeingChecked ? "outstanding" : $"{submission.IsAcceptable}"
                        ),
                        Tag("entrance", submission.Channel),
                    }
                );
                var seconds = (entry.RecordedAt - submission.Judgement.Committed).TotalSeconds;
                Latency.Record(seconds, cycle, Tag("entrance", submission.Channel));
                break;
            case AssignmentEvent.Scanned { Result.Verdict: var verdict }:
                Scans.Add(1, cycle, Tag("verdict", verdict));
                break;
            case AssignmentEvent.Checked { Check: var check }:
                Checks.Add(
                    1,
                    cycle,
                    Tag(
                        "heaviest",
                        check.Findings is [var first, ..] ? $"{first.Severity}" : "none"
                    ),
                    Tag("read", check.Reader > 0)
                );
                break;
            case AssignmentEvent.AttemptRefused refused:
                Receipts.Add(1, cycle, Tag("timeliness", "none"), Tag("code", refused.Code));
                break;
            case AssignmentEvent.Mailed mailed:
                Mails.Add(1, cycle, Tag("kind", mailed.Kind), Tag("outcome", mailed.Result));
                break;
            case CycleEvent.Mailed mailed:
                Mails.Add(1, cycle, Tag("kind", mailed.Kind), Tag("outcome", mailed.Result));
                break;
            case CycleEvent.Decided decided:
                Decisions.Add(1, cycle, Tag("verdict", decided.Verdict));
                break;
            case CycleEvent.ProcessFailed:
                Failures.Add(1, cycle);
                break;
            default:
                break;
        }
    }

    private static KeyValuePair<string, object?> Tag<T>(string name, T value) =>
        new(name, value is bool flag ? flag : value?.ToString());
}
