using System.Globalization;
using System.Text.Json;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Local.Host.Commands;

/// <summary>Tells a chain entry by entry, in the words of the pages.</summary>
internal static class AuditStory
{
    /// <summary>Tells it; 1 if there is nothing to tell.</summary>
    public static async Task<int> TellAsync(
        IAsyncEnumerable<AuditLine> lines,
        StreamId stream,
        Language language,
        CancellationToken cancellation
    )
    {
        var (entries, at) = (new List<Entry>(), DateTimeOffset.MinValue);
        PlanLookup? plan = null;
        await foreach (var line in lines.WithCancellation(cancellation))
        {
            switch (line)
            {
                case AuditLine.Head head:
                    at = head.At;
                    break;
                case AuditLine.Plan one:
                    plan = new PlanLookup(JsonSerializer.Deserialize<Plan>(one.Document)!);
                    break;
                case AuditLine.Of { Entry: var entry } when entry.Stream == stream:
                    entries.Add(entry);
                    break;
            }
        }
        if (entries.Count == 0)
        {
            await Console.Error.WriteLineAsync($"Nothing is on record about {stream}.");
            return 1;
        }
        var context = new PageContext(language, at, plan);
        Console.WriteLine(Title(context, stream));
        foreach (var entry in entries)
        {
            Tell(context, entry);
        }
        return 0;
    }

    private static string Title(PageContext context, StreamId stream) =>
        context.Plan is { } plan
        && AssignmentId.TryParse(stream.Value, null, out var id)
        && plan.Assignments.Contains(id)
            ? $"{plan.Body(id.Body).Name.In(context.Language)} - {plan.ReportType(id.ReportType).Title.In(context.Language)} ({stream})"
            : stream.Value;

    private static AssignmentId? AboutOf(PageContext context, Entry entry) =>
        AssignmentId.TryParse(entry.Stream.Value, null, out var id)
        && context.Plan?.Assignments.Contains(id) == true
            ? id
            : null;

    private static void Tell(PageContext context, Entry entry)
    {
        Console.WriteLine();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Sequence, 3}. {InstantText.Full(context, entry.RecordedAt)}  [{entry.Hash[..12]}]"
            )
        );
        Console.WriteLine($"     {EventText.Show(context, entry.Event, AboutOf(context, entry))}");
        if (EventDetail.Quote(entry.Event) is { } quote)
        {
            foreach (var line in quote.ReplaceLineEndings("\n").Split('\n'))
            {
                Console.WriteLine($"     > {line}");
            }
        }
        foreach (var finding in EventDetail.Findings(entry.Event))
        {
            Console.WriteLine($"     - {FindingText.Show(context, finding)}");
        }
    }
}
