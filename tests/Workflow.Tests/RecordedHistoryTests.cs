using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.DependencyInjection;
using ProgramReview.Functions.Hosting;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Engine;

namespace ProgramReview.Workflow.Tests;

/// <summary>
/// A cycle runs for months across deployments. What earlier versions of the workflow left in histories and on queues, the code of today takes up:
/// the same actions in the same order, and every payload read without loss.
/// </summary>
public sealed class RecordedHistoryTests
{
    private static readonly DurableTaskRegistry Code = new DurableTaskRegistry().AddFunctions(
        typeof(ProgramReviewRegistration).Assembly
    );
    private static readonly JsonDataConverter Converter = new(
        new JsonSerializerOptions { PropertyNameCaseInsensitive = true }
    );

    private static readonly IServiceProvider NoServices =
        new ServiceCollection().BuildServiceProvider();

    public static TheoryData<int> Versions =>
        [.. RecordedHistories.All().Select(history => history.Version).Distinct()];

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_Code_Of_Today_Goes_On_From_Every_Event_Of_Every_History(int version)
    {
        foreach (var history in Of(version))
        {
            // A deployment may have come after each step.
            for (var length = 2; length <= history.Lines.Count; length++)
            {
                if (length == history.Lines.Count || history.KindAt(length) == "StepStarted")
                {
                    Assert.Null(
                        HistoryReplay.FirstDifference(
                            Code,
                            history.InstanceId,
                            history.Lines.Take(length)
                        )
                    );
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_History_With_Another_Action_One_Action_Less_Or_Another_End_Is_Noticed(int version)
    {
        foreach (var history in Of(version))
        {
            var action = history
                .Lines.Select((_, at) => at)
                .First(at => history.KindAt(at) == "ActivityScheduled");
            var other = history.Lines.ToArray();
            var changed = JsonNode.Parse(other[action])!;
            changed["Name"] = "AnotherActivity";
            other[action] = changed.ToJsonString();
            string[] ended =
            [
                .. history.Lines.Take(action + 1),
                """{"Kind":"ExecutionEnded","At":0,"Name":"Completed"}""",
            ];

            Assert.Contains("AnotherActivity", Difference(other), StringComparison.Ordinal);
            Assert.Contains(
                "also did",
                Difference(history.Lines.Take(action)),
                StringComparison.Ordinal
            );
            Assert.Contains("the code waits", Difference(ended), StringComparison.Ordinal);

            string? Difference(IEnumerable<string> lines) =>
                HistoryReplay.FirstDifference(Code, history.InstanceId, lines);
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_Payload_Is_Read_Without_Loss(int version)
    {
        var orchestrators = Code.GetOrchestrators()
            .ToDictionary(pair => pair.Key.Name, pair => pair.Value(NoServices).InputType);
        var activities = Code.GetActivities()
            .ToDictionary(pair => pair.Key.Name, pair => pair.Value(NoServices).InputType);
        foreach (var line in Of(version).SelectMany(history => history.Lines))
        {
            var item = JsonNode.Parse(line)!;
            var types = (string?)item["Kind"] switch
            {
                "ActivityScheduled" => activities,
                "ChildScheduled" or "ExecutionStarted" => orchestrators,
                _ => null,
            };
            if (types is not null)
            {
                var written = (string)item["Data"]!;
                var read = Converter.Deserialize(written, types[(string)item["Name"]!]);
                AssertHolds(
                    JsonNode.Parse(Converter.Serialize(read)!),
                    JsonNode.Parse(written),
                    line
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_Orchestration_Was_Started_With_Its_Version(int version) =>
        Assert.All(
            Of(version),
            history =>
            {
                var start = JsonNode.Parse(history.Lines[1])!;
                Assert.Equal("ExecutionStarted", (string?)start["Kind"]);
                var input = JsonNode.Parse((string)start["Data"]!)!;
                var cycle = input["Version"] is null ? input["Cycle"]! : input;
                Assert.Equal(version, (int?)cycle["Version"]);
            }
        );

    [Fact]
    public async Task The_Present_Version_Is_Kept_With_Everything_It_Can_Do()
    {
        var now = await EventfulCycle.PlayAsync();
        if (Environment.GetEnvironmentVariable("REVIEW_ACCEPT") == "histories")
        {
            RecordedHistories.Keep(CycleRef.CurrentVersion, now);
        }

        Assert.Empty(
            Code.GetActivities()
                .Select(pair => pair.Key.Name)
                .Concat(Code.GetOrchestrators().Select(pair => pair.Key.Name))
                .Except(now.SelectMany(history => history.Names()))
        );
        Assert.True(
            Of(CycleRef.CurrentVersion)
                .Select(history => (history.InstanceId, string.Join('\n', history.Names())))
                .SequenceEqual(
                    now.Select(history => (history.InstanceId, string.Join('\n', history.Names())))
                ),
            "The same cycle now leaves other histories. If the workflow of this version was released, it must not change: see \"Versions\" in "
                + "docs/operations.md. If it was not, run this test once with REVIEW_ACCEPT=histories and look at the difference."
        );
    }

    private static IEnumerable<RecordedHistories.History> Of(int version) =>
        RecordedHistories.All().Where(history => history.Version == version);

    private static void AssertHolds(JsonNode? now, JsonNode? written, string line)
    {
        switch (written)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    AssertHolds(now?[name], value, line);
                }
                break;
            case JsonArray items:
                Assert.Equal(items.Count, now?.AsArray().Count);
                for (var at = 0; at < items.Count; at++)
                {
                    AssertHolds(now![at], items[at], line);
                }
                break;
            default:
                Assert.True(
                    JsonNode.DeepEquals(now, written),
                    $"{written?.ToJsonString()} became {now?.ToJsonString()} in {line}"
                );
                break;
        }
    }
}
