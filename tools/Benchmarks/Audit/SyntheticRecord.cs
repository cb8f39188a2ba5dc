using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Status;

namespace ProgramReview.Benchmarks.Audit;

/// <summary>The record of a cycle as it is when all went as planned: each assignment asked, reminded, sent, received, closed and told.</summary>
internal static class SyntheticRecord
{
    private static readonly DateTimeOffset Opens = new(2024, 8, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly Deadline Due = Deadline.At(Opens.AddDays(40));
    private static readonly Deadline Closes = Deadline.At(Opens.AddDays(60));
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    /// <summary>The events of one assignment, twelve of them.</summary>
    public static IEnumerable<AssignmentEvent> Facts(AssignmentId id)
    {
        var person = $"{id.Body}-contact";
        var blob = $"{id.Cycle}/{id.Body}/{id.ReportType}/1/report/0123456789abcdef01234567";
        AssignmentEvent.Mailed Mailed(string kind, string occasion) =>
            new(kind, occasion, person, MailResult.Sent);

        yield return new AssignmentEvent.Opened(
            1,
            OpeningCause.Plan,
            Due,
            Closes,
            [new(ReportPart.Whole, true)],
            null
        );
        yield return Mailed("Request", "request-1-0");
        yield return Mailed("Reminder", "reminder-1-1");
        yield return new AssignmentEvent.AttemptRefused(
            1,
            ReportPart.Whole,
            "file-too-large",
            person,
            "Báo cáo.pdf"
        );
        yield return new AssignmentEvent.UploadPermitted(
            1,
            ReportPart.Whole,
            blob,
            "Báo cáo tổng kết.pdf",
            person,
            Opens.AddDays(20)
        );
        yield return new AssignmentEvent.SubmissionRecorded(
            new Submission
            {
                Window = 1,
                Part = ReportPart.Whole,
                BlobName = blob,
                ETag = "\"0x8DCD0123456789A\"",
                FileName = "Báo cáo tổng kết.pdf",
                Size = 1_234_567,
                Sha256 = Hash,
                Person = person,
                Noticed = Opens.AddDays(20),
                Channel = Channel.Page,
                Judgement = Timeliness.Judge(Due, Closes, null, false, Opens.AddDays(20)),
                Findings = [new Finding("file-empty", Severity.Query, [])],
            }
        );
        yield return Mailed("Received", "received-0123456789abcdef01234567");
        yield return new AssignmentEvent.DueExtended(
            1,
            Due,
            Closes,
            Closes,
            "operations",
            "Bão Yagi"
        );
        yield return Mailed("Overdue", "overdue-1-0");
        yield return new AssignmentEvent.WindowEnded(1, WindowOutcome.Accepted);
        yield return Mailed("Published", "published");
        yield return new AssignmentEvent.Corrected(
            6,
            "Đúng là bản thứ hai.",
            "operations",
            "Nhầm tệp"
        );
    }

    /// <summary>The lines of an export, with one anchor a day.</summary>
    public static IEnumerable<AuditLine> Lines(int assignments, int days)
    {
        var cycle = new CycleId("bench");
        var streams = Enumerable
            .Range(0, assignments)
            .Select(i => ChainOf(AssignmentId.Parse($"{cycle}.body-{i:D5}.r1")))
            .ToList();
        yield return new AuditLine.Head(
            AuditLine.CurrentFormat,
            cycle,
            Opens.AddDays(days),
            new AuditScope(Files: false, Contacts: true)
        );
        var own = new List<Entry>
        {
            Chain.Next(
                cycle.Stream,
                null,
                Opens,
                "started",
                new CycleEvent.Started(PlanHash, 1, "operations")
            ),
        };
        var lists = new List<ChainHeads>();
        for (var day = 1; day <= days; day++)
        {
            var heads = HeadsAt(streams, (double)day / days);
            lists.Add(heads);
            own.Add(
                Chain.Next(
                    cycle.Stream,
                    own[^1],
                    Opens.AddDays(day),
                    $"anchored-{day}",
                    new CycleEvent.Anchored(
                        AnchorCause.Day,
                        DateOnly.FromDateTime(Opens.AddDays(day).Date),
                        heads.Root,
                        heads.Heads.Count
                    )
                )
            );
        }
        foreach (var entry in own.Concat(streams.SelectMany(entries => entries)))
        {
            yield return new AuditLine.Of(entry);
        }
        yield return new AuditLine.Plan(PlanHash, PlanDocument);
        foreach (var heads in lists.DistinctBy(heads => heads.Root))
        {
            yield return new AuditLine.Heads(heads.Root, heads.ToString());
        }
        yield return new AuditLine.End(own.Count + streams.Sum(entries => entries.Count));
    }

    private static string PlanDocument => "{}";

    private static string PlanHash { get; } =
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("{}"u8));

    private static List<Entry> ChainOf(AssignmentId id)
    {
        var entries = new List<Entry>();
        foreach (var @event in Facts(id))
        {
            entries.Add(
                Chain.Next(
                    id.Stream,
                    entries.LastOrDefault(),
                    Opens.AddDays(entries.Count * 5),
                    $"key-{entries.Count}",
                    @event
                )
            );
        }
        return entries;
    }

    private static ChainHeads HeadsAt(List<List<Entry>> streams, double share) =>
        ChainHeads.Of(
            streams
                .Select(entries => entries[(int)Math.Ceiling(share * entries.Count) - 1])
                .Select(last => new ChainHead(last.Stream, last.Sequence, last.Hash))
        );
}
