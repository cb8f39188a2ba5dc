using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Host.Commands;
using ProgramReview.Local.Host.Product;

namespace ProgramReview.Host.Tests;

[Collection("Console")]
public sealed class AuditCommandTests : IDisposable
{
    private static readonly AssignmentId Alpha = AssignmentId.Parse("c.alpha.r1");
    private static readonly DateTimeOffset At = new(2024, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-");

    private string Export => Path.Combine(folder.FullName, "export.jsonl");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_record_that_holds_ends_with_0_and_one_that_was_changed_with_1()
    {
        Write(Lines());
        Assert.Equal(0, await RunAsync("verify", Export));

        Write(Lines().Select(line => line.Replace("Bão", "Lũ", StringComparison.Ordinal)));
        Assert.Equal(1, await RunAsync("verify", Export));
    }

    [Fact]
    public async Task A_quoted_head_that_is_not_there_ends_with_1()
    {
        Write(Lines());

        Assert.Equal(0, await RunAsync("verify", Export, "--head", Chain()[^1].Hash));
        Assert.Equal(1, await RunAsync("verify", Export, "--head", new string('a', 64)));
    }

    [Fact]
    public async Task A_file_that_breaks_off_or_is_not_there_is_one_line_and_1()
    {
        Write(Lines().SkipLast(1));

        Assert.Equal(1, await RunAsync("verify", Export));
        Assert.Equal(1, await RunAsync("verify", Path.Combine(folder.FullName, "nothing")));
        Assert.Equal(1, await RunAsync("verify", "--data", folder.FullName));
    }

    [Fact]
    public async Task A_story_is_told_of_what_is_on_record_and_of_nothing_else()
    {
        Write(Lines());

        Assert.Equal(0, await RunAsync("show", Alpha.ToString(), Export, "--lang", "hi"));
        Assert.Equal(1, await RunAsync("show", "c.beta.r1", Export));
        Assert.Equal(1, await RunAsync("show", "No assignment", Export));
    }

    public static TheoryData<AuditFaultKind> Kinds => [.. Enum.GetValues<AuditFaultKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_fault_names_chain_entry_and_what_is_wrong(AuditFaultKind kind)
    {
        var words = AuditWords.Of(new AuditFault(Alpha.Stream, 7, kind, "anchor 3 of c"));

        Assert.StartsWith("c.alpha.r1, entry 7: ", words, StringComparison.Ordinal);
        Assert.EndsWith(" (shown by anchor 3 of c)", words, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_anchors_do_not_cover_is_said()
    {
        Assert.Contains(
            "No anchor yet; 5 entries",
            AuditWords.Reach(new AuditReport(1, 5, 0, null, 5, 0, [])),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "3 entries since then",
            AuditWords.Reach(
                new AuditReport(
                    1,
                    5,
                    1,
                    new Anchor(AnchorCause.Day, new DateOnly(2024, 9, 1), "root", 1, 2, "hash", At),
                    3,
                    0,
                    []
                )
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_contact_that_was_erased_is_said_plainly_and_is_no_fault_and_one_that_is_missing_or_changed_is()
    {
        var erased = WithContact(null);

        var (code, said) = await SayAsync(erased);
        Assert.Equal(0, code);
        Assert.Contains("Entry 1 of the cycle: the contact it names was erased", said);
        Assert.Equal(0, (await SayAsync(WithContact("Thu"))).Code);
        Assert.Equal(1, (await SayAsync(WithContact("An"))).Code);
        Assert.Equal(1, (await SayAsync(WithContact(null, isOnRecord: false))).Code);
        Assert.Equal(
            1,
            (
                await SayAsync(
                    erased.Where(line => !line.Contains("\"contact\"", StringComparison.Ordinal))
                )
            ).Code
        );
    }

    private async Task<(int Code, string Said)> SayAsync(IEnumerable<string> lines)
    {
        Write(lines);
        var (console, said) = (Console.Out, new StringWriter());
        Console.SetOut(said);
        try
        {
            return (await RunAsync("verify", Export), said.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }

    private static string[] WithContact(string? document, bool isOnRecord = true)
    {
        var hash = KeptContact.HashOf("Thu");
        var passed = Core.Events.Chain.Next(
            Alpha.Cycle.Stream,
            null,
            At,
            "command-1",
            new CycleEvent.DutyPassed("alpha", "alpha-1", "alpha-1-2", hash, "Minh", "Moved")
        );
        var erased = Core.Events.Chain.Next(
            Alpha.Cycle.Stream,
            passed,
            At,
            "command-2",
            new CycleEvent.ContactErased("alpha-1-2", "Minh", "Asked to be forgotten")
        );
        Entry[] entries = document is null && isOnRecord ? [passed, erased] : [passed];
        return TextOf([
            Head,
            .. entries.Select(entry => new AuditLine.Of(entry)),
            new AuditLine.Contact(hash, document),
            new AuditLine.End(entries.Length),
        ]);
    }

    private static Task<int> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(["audit", .. arguments], AuditCommand.Create(new LocalProduct()));

    private void Write(IEnumerable<string> lines) => File.WriteAllLines(Export, lines);

    private static AuditLine.Head Head =>
        new(AuditLine.CurrentFormat, Alpha.Cycle, At, AuditScope.Everything);

    private static string[] Lines() =>
        TextOf([Head, .. Chain().Select(entry => new AuditLine.Of(entry)), new AuditLine.End(2)]);

    private static string[] TextOf(IReadOnlyList<AuditLine> lines)
    {
        using var file = new StringWriter();
        AuditFile
            .WriteAsync(lines.ToAsyncEnumerable(), file, CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        return file.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IReadOnlyList<Entry> Chain()
    {
        var due = Deadline.At(At);
        var first = Core.Events.Chain.Next(
            Alpha.Stream,
            null,
            At,
            "opened-1",
            new AssignmentEvent.Opened(1, OpeningCause.Plan, due, due, [new("report", true)], null)
        );
        return
        [
            first,
            Core.Events.Chain.Next(
                Alpha.Stream,
                first,
                At,
                "exempted",
                new AssignmentEvent.Exempted("operations", "Bão Yagi")
            ),
        ];
    }
}
