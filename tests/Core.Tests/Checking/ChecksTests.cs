using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Checking;

public sealed class ChecksTests
{
    private static readonly FileFacts Fine = new(
        1_000,
        new string('a', 64),
        FileFormat.Docx,
        IsEncrypted: false,
        IsDamaged: false
    );

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, FileFacts, string[]> Files =>
        new()
        {
            { "a report as asked", Fine, [] },
            { "in the other format", Fine with { Format = FileFormat.Pdf }, [] },
            { "one byte", Fine with { Size = 1 }, [] },
            { "nothing in it", Fine with { Size = 0, Format = null }, ["file-empty Blocker"] },
            { "no known format", Fine with { Format = null }, ["file-type-unknown Blocker DOCX, PDF"] },
            { "a format not asked for", Fine with { Format = FileFormat.Xlsx }, ["file-type-not-accepted Error XLSX DOCX, PDF"] },
            { "an old format", Fine with { Format = FileFormat.Doc }, ["file-type-not-accepted Error DOC DOCX, PDF"] },
            { "with a password", Fine with { Format = FileFormat.Pdf, IsEncrypted = true }, ["file-encrypted Blocker"] },
            { "cut off", Fine with { Format = FileFormat.Pdf, IsDamaged = true }, ["file-damaged Blocker"] },
            { "unpacking to too much", Fine with { IsOversized = true }, ["file-unpacks-too-large Blocker"] },
            { "everything at once, the heaviest first", new FileFacts(30_000_000, "", FileFormat.Xls, IsEncrypted: true, IsDamaged: true), ["file-encrypted Blocker", "file-damaged Blocker", "file-type-not-accepted Error XLS DOCX, PDF"] },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Everything_that_is_wrong_is_said(string why, FileFacts file, string[] expected)
    {
        var found = Run(file)
            .Select(finding =>
                string.Join(' ', [finding.Code, finding.Severity.ToString(), .. finding.Arguments])
            );

        Assert.True(found.SequenceEqual(expected), $"{why}: {string.Join("; ", found)}");
    }

    [Fact]
    public void Every_rule_stands_in_the_table() =>
        Assert.Equal(
            typeof(CheckRule)
                .Assembly.GetTypes()
                .Count(type => type.IsSubclassOf(typeof(CheckRule)) && !type.IsAbstract),
            Files
                .SelectMany(row => row.Data.Item3)
                .Select(words =>
                    words.Split(' ')[0].Replace("-unknown", "").Replace("-not-accepted", "")
                )
                .Distinct()
                .Count()
        );

    [Fact]
    public void Nothing_the_checks_find_lets_a_report_count() =>
        Assert.All(
            Files.SelectMany(row => Run(row.Data.Item2)),
            finding => Assert.True(finding.Severity >= Severity.Error)
        );

    [Fact]
    public void Each_part_takes_its_own_formats()
    {
        var type = ReportType("district");
        var annex = new ReportPart(
            "annex",
            Given.Text("Phụ lục"),
            PartKind.Annex,
            [FileFormat.Xlsx],
            Required: true
        );
        var file = new FileFacts(1_000, "", FileFormat.Pdf, false, false);

        Assert.Empty(Run(file));
        Assert.Equal(["PDF", "XLSX"], Assert.Single(Checks.Run(type, annex, file)).Arguments);
    }

    private static IReadOnlyList<Finding> Run(FileFacts file) =>
        ReportType("district") is var type ? Checks.Run(type, ReportPart.Of(type)[0], file) : [];
}
