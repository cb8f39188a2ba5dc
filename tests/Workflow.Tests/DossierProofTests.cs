using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Status;
using ProgramReview.Local.Rehearsal.Audit;

namespace ProgramReview.Workflow.Tests;

/// <summary>Whoever has an export makes its dossiers again, and is told what in them does not follow from what was reported.</summary>
public sealed class DossierProofTests
{
    [Fact]
    public async Task A_Dossier_Follows_From_The_Files_And_Chains_Of_Its_Export()
    {
        var lines = await ExportAsync();

        Assert.Empty(
            (await AuditCheck.VerifyAsync(Again(lines), [], cancellation: Scenario.Cancel)).Faults
        );
        var proof = await ProveAsync(lines);

        Assert.Empty(proof.Faults);
        Assert.Empty(proof.Unproven);
        Assert.Equal((1, 2), (proof.Dossiers, proof.Files));
        Assert.Equal(lines.OfType<AuditLine.Dossier>().Count(), proof.Dossiers);
        Assert.Equal(4, proof.Reports);
        Assert.True(proof.Values > 0);
    }

    [Fact]
    public async Task A_Value_That_No_File_Says_Is_Named_With_Its_Cell()
    {
        var lines = await ExportAsync();
        var leaf = Records(lines).First(one => one.Node == new FanOutNode("alpha"));
        var forged = leaf with { Reports = [Forge(leaf.Reports[0])] };

        // Whoever forges a value makes all hashes above it fit too.
        var proof = await ProveAsync(Replace(lines, leaf, forged));

        var fault = Assert.Single(proof.Faults);
        Assert.Equal("alpha, members, y2025", fault.Where);
        Assert.Contains("record says 13 in cell ", fault.What, StringComparison.Ordinal);
        Assert.Contains("says 12 in cell ", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Sum_That_Its_Parts_Do_Not_Make_Is_Named()
    {
        var lines = await ExportAsync();
        var root = Records(lines).First(one => one.Node == FanOutNode.Root);
        var sum = (Aggregate.Sum)root.Below[0]!;
        var forged = root with
        {
            Below = [sum with { Total = sum.Total + 1 }, .. root.Below.Skip(1)],
        };

        var proof = await ProveAsync(Replace(lines, root, forged));

        var fault = Assert.Single(proof.Faults);
        Assert.Equal("the whole, members, y2025", fault.Where);
        Assert.Contains(
            "record sums 43, those below make 42",
            fault.What,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_File_That_Says_Something_Else_Is_Found()
    {
        var lines = await ExportAsync();
        var at = lines.FindIndex(line =>
            line is AuditLine.File { Content: var bytes }
            && Text(bytes).Contains(";12\n", StringComparison.Ordinal)
        );
        var file = (AuditLine.File)lines[at];
        lines[at] = file with
        {
            Content = Encoding.UTF8.GetBytes(
                Text(file.Content).Replace(";12\n", ";11\n", StringComparison.Ordinal)
            ),
        };

        Assert.Contains(
            (await ProveAsync(lines)).Faults,
            fault => fault.Where == "alpha, members, y2025"
        );
    }

    [Fact]
    public async Task A_Report_That_Its_Chain_Does_Not_Say_Is_Named()
    {
        var lines = await ExportAsync();
        var at = lines.FindIndex(line => line is AuditLine.DossierPart);
        var piece = DossierPiece.FromBytes(Bytes(((AuditLine.DossierPart)lines[at]).Document));
        var forged = new DossierPiece([
            piece.Reports[0] with
            {
                Timeliness = Core.Deadlines.TimelinessVerdict.Late,
            },
            .. piece.Reports.Skip(1),
        ]);
        lines[at] = new AuditLine.DossierPart(
            ((AuditLine.DossierPart)lines[at]).Hash,
            Encoding.UTF8.GetString(forged.ToBytes())
        );

        var faults = (await ProveAsync(lines)).Faults;

        Assert.Contains(faults, fault => fault.Where == piece.Reports[0].Assignment.ToString());
        Assert.Contains(faults, fault => fault.Where == "the root");
    }

    [Fact]
    public async Task Nothing_Is_Called_Proven_Without_The_Bytes_It_Was_Taken_From()
    {
        var lines = await ExportAsync(AuditScope.Everything with { Files = false });

        var proof = await ProveAsync(lines);

        Assert.Empty(proof.Faults);
        Assert.Equal(2, proof.Unproven.Count);
    }

    private static async Task<List<AuditLine>> ExportAsync(AuditScope? scope = null)
    {
        await using var scenario = await FigureTests.StartAsync();
        await FigureTests.SendAsync(scenario, scenario.Alpha, 12, 50);
        await FigureTests.SendAsync(scenario, scenario.Beta, 30, 70);
        await scenario.ToDayAsync(9);
        await scenario.UploadAsync(scenario.Consolidated);
        await scenario.ToDayAsync(14.5);
        var text = await scenario.ExportAsync(scope ?? AuditScope.Everything);
        return await AuditFile
            .ReadAsync(new StringReader(text), Scenario.Cancel)
            .ToListAsync(Scenario.Cancel);
    }

    private static Task<DossierProof> ProveAsync(List<AuditLine> lines) =>
        new DossierCheck(
            new ContentReader(new ReadingLimits(), NullLogger<ContentReader>.Instance)
        ).VerifyAsync(() => Again(lines), Scenario.Cancel);

    private static IAsyncEnumerable<AuditLine> Again(IEnumerable<AuditLine> lines) =>
        lines.ToAsyncEnumerable();

    private static IEnumerable<FigureNode> Records(IEnumerable<AuditLine> lines) =>
        lines
            .OfType<AuditLine.Figures>()
            .Select(line => FigureNode.FromBytes(Bytes(line.Document)));

    private static OwnReport Forge(OwnReport report) =>
        report with
        {
            Cells =
            [
                .. report.Cells.Select(cell =>
                    cell is { Value: 12 } ? cell with { Value = 13 } : cell
                ),
            ],
        };

    // Every record above names another child then, and the dossier another whole.
    private static List<AuditLine> Replace(List<AuditLine> lines, FigureNode old, FigureNode other)
    {
        var (was, now) = (HashOf(old), HashOf(other));
        var replaced = lines
            .Select(line =>
                line is AuditLine.Figures figures && figures.Hash == was
                    ? new AuditLine.Figures(now, Encoding.UTF8.GetString(other.ToBytes()))
                    : line
            )
            .ToList();
        var parent = Records(replaced)
            .FirstOrDefault(one => one.Children.Any(child => child.Hash == was));
        return parent is null
            ?
            [
                .. replaced.Select(line =>
                    line is AuditLine.Dossier root
                        ? root with
                        {
                            Document = root.Document.Replace(was, now, StringComparison.Ordinal),
                        }
                        : line
                ),
            ]
            : Replace(
                replaced,
                parent,
                parent with
                {
                    Children =
                    [
                        .. parent.Children.Select(child =>
                            child.Hash == was ? child with { Hash = now } : child
                        ),
                    ],
                }
            );
    }

    private static string HashOf(FigureNode node) => FigureNode.HashOf(node.ToBytes());

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
