using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace ProgramReview.Architecture.Tests;

public sealed partial class RoomTests
{
    private static readonly IReadOnlyList<SourceFile> Product =
    [
        .. SourceFile.Under("functions", ".cs", ".razor").Where(file => file.Room.Length > 0),
    ];

    [Fact]
    public void The_rooms_are_those_of_the_order() =>
        Assert.Equal(
            RoomPlan.Order.Order(StringComparer.Ordinal),
            Product.Select(file => file.Room).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_file_knows_only_rooms_beneath_its_own()
    {
        var upward = Product
            .SelectMany(file =>
                Known(file)
                    .Where(room => !RoomPlan.MayKnow(file.Room, room))
                    .Select(room => $"{file.Path} knows {room}, which lies above {file.Room}")
            )
            .ToList();

        Assert.True(upward.Count == 0, string.Join('\n', upward));
    }

    [Fact]
    public void Every_file_bears_the_name_of_its_room() =>
        Assert.Empty(
            Product
                .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
                .Where(file =>
                    !(Namespace().Match(file.Text).Groups[1].Value + ".").StartsWith(
                        $"{file.Path.Split('/')[1]}.{file.Room}.",
                        StringComparison.Ordinal
                    )
                )
                .Select(file => file.Path)
        );

    // A function is started by its name, which a string can spell where a type may not be named.
    [Fact]
    public void No_text_names_an_orchestrator_or_an_activity()
    {
        var functions = Product
            .Select(file => Path.GetFileNameWithoutExtension(file.Path))
            .Where(name =>
                name.EndsWith("Orchestrator", StringComparison.Ordinal)
                || name.EndsWith("Activity", StringComparison.Ordinal)
            )
            .ToHashSet();

        Assert.Contains("ReviewCycleOrchestrator", functions);
        Assert.Empty(
            Product.SelectMany(file =>
                Literal()
                    .Matches(file.Text)
                    .Where(literal => functions.Contains(literal.Groups[1].Value))
                    .Select(literal => $"{file.Path}: {literal.Value}")
            )
        );
    }

    [Theory]
    [InlineData("Planning", "Publishing", false)]
    [InlineData("Publishing", "Planning", true)]
    [InlineData("Events", "Uploading", false)]
    [InlineData("Orchestration", "Operations", false)]
    [InlineData("Operations", "Status", false)]
    [InlineData("Uploading", "Uploading", true)]
    public void The_order_says(string from, string to, bool allowed) =>
        Assert.Equal(allowed, RoomPlan.MayKnow(from, to));

    // Printed for whoever wants to see the house: how many files of a row's room name a column's.
    [Fact]
    public void The_matrix_of_the_rooms_lies_below_its_diagonal()
    {
        var named = Product
            .SelectMany(file => Known(file).Select(room => (From: file.Room, To: room)))
            .CountBy(pair => pair)
            .ToDictionary();
        var matrix = new StringBuilder();
        foreach (var (row, from) in RoomPlan.Order.Index())
        {
            matrix.Append(CultureInfo.InvariantCulture, $"{row + 1, 2} {from, -14}");
            foreach (var (column, to) in RoomPlan.Order.Index())
            {
                var files = named.GetValueOrDefault((from, to));
                Assert.True(column < row || files == 0, $"{from} knows {to}");
                matrix.Append(
                    row == column ? "   \\"
                    : files == 0 ? "   ."
                    : $"{files, 4}"
                );
            }
            matrix.AppendLine();
        }

        TestContext.Current.TestOutputHelper!.WriteLine(matrix.ToString());
    }

    private static IEnumerable<string> Known(SourceFile file) =>
        file.NamedRooms.Where(room => room != file.Room).Distinct();

    [GeneratedRegex(@"""(\w+)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?m)^namespace ([\w.]+)")]
    private static partial Regex Namespace();
}
