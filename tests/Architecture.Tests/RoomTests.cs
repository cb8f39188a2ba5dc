using System.Text.RegularExpressions;
using Xunit;

namespace ProgramReview.Architecture.Tests;

public sealed partial class RoomTests
{
    private static readonly IReadOnlyList<SourceFile> Product = SourceFile.Under(
        "functions",
        ".cs",
        ".razor"
    );

    public static TheoryData<string> Files =>
        [.. Product.Where(file => file.Room.Length > 0).Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_knows_only_rooms_it_may_know(string path)
    {
        var file = Product.Single(file => file.Path == path);

        var forbidden = file
            .NamedRooms.Where(room => !RoomPlan.MayKnow(file.Room, room))
            .Where(room => room != "Orchestration")
            .Where(room => !RoomPlan.Exceptions.ContainsKey((path, room)))
            .Select(room => $"{path} knows the room {room}, which {file.Room} must not");

        Assert.True(!forbidden.Any(), string.Join('\n', forbidden));
    }

    [Fact]
    public void Every_room_has_its_place() =>
        Assert.Empty(
            Product
                .Select(file => file.Room)
                .Where(room => room.Length > 0 && !RoomPlan.IsKnown(room))
                .Distinct()
        );

    [Fact]
    public void Every_file_bears_the_name_of_its_room() =>
        Assert.Empty(
            Product
                .Where(file =>
                    file.Room.Length > 0 && file.Path.EndsWith(".cs", StringComparison.Ordinal)
                )
                .Where(file =>
                    !Namespace()
                        .Match(file.Text)
                        .Groups[1]
                        .Value.StartsWith(
                            file.Path.Split('/')[1] + "." + file.Room,
                            StringComparison.Ordinal
                        )
                )
                .Select(file => file.Path)
        );

    // What is granted and no longer needed is taken back.
    [Fact]
    public void Every_exception_is_needed() =>
        Assert.All(
            RoomPlan.Exceptions.Keys,
            exception =>
                Assert.Contains(
                    exception.Room,
                    Product.Single(file => file.Path == exception.Path).NamedRooms
                )
        );

    [Theory]
    [InlineData("Planning", "Publishing", false)]
    [InlineData("Publishing", "Planning", true)]
    [InlineData("Uploading", "Requesting", true)]
    [InlineData("Checking", "Uploading", true)]
    [InlineData("Uploading", "Checking", false)]
    [InlineData("Status", "Orchestration", false)]
    [InlineData("Requesting", "Uploading", false)]
    [InlineData("Audit", "Uploading", false)]
    [InlineData("Uploading", "Audit", true)]
    [InlineData("Uploading", "Status", false)]
    [InlineData("Status", "Uploading", true)]
    [InlineData("Uploading", "Hosting", false)]
    [InlineData("Hosting", "Status", true)]
    [InlineData("Naming", "Deadlines", false)]
    [InlineData("Planning", "Nowhere", false)]
    public void The_plan_of_the_house_says(string from, string to, bool allowed) =>
        Assert.Equal(allowed, RoomPlan.MayKnow(from, to));

    // The helpers with which activities are called and instances are rung lie with the orchestrators, which are known to none.
    [Fact]
    public void Outside_of_the_orchestrations_only_their_helpers_are_known()
    {
        var names = Product
            .Where(file => file.Room == "Orchestration")
            .Select(file => Path.GetFileNameWithoutExtension(file.Path))
            .Except(RoomPlan.OrchestrationHelpers)
            .ToList();
        var known = Product
            .Where(file => file.Room is not ("Orchestration" or "Hosting"))
            .SelectMany(file =>
                names
                    .Where(name => Regex.IsMatch(WithoutStrings(file.Text), $@"\b{name}\b"))
                    .Select(name => $"{file.Path} knows {name}")
            )
            .ToList();

        Assert.Contains("ReviewCycleOrchestrator", names);
        Assert.True(known.Count == 0, string.Join('\n', known));
    }

    [Fact]
    public void Who_knows_the_orchestrations_needs_one_of_the_helpers() =>
        Assert.Empty(
            Product
                .Where(file => file.Room is not ("Orchestration" or "Hosting"))
                .Where(file => file.NamedRooms.Contains("Orchestration"))
                .Where(file =>
                    !Regex.IsMatch(WithoutStrings(file.Text), @"\bRetries\.|\.RingAsync\(")
                )
                .Select(file => file.Path)
        );

    // A name in a string or a comment knows nothing of a type.
    private static string WithoutStrings(string text) => StringOrComment().Replace(text, "");

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""|//[^\n]*")]
    private static partial Regex StringOrComment();

    [GeneratedRegex(@"(?m)^namespace ([\w.]+)")]
    private static partial Regex Namespace();
}
