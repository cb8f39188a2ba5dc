using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask.Client;
using ProgramReview.Functions.Planning;
using ProgramReview.Local.Rehearsal;

namespace ProgramReview.Workflow.Tests;

/// <summary>The histories that released versions of the workflow have left; cycles that were started under them may still be running.</summary>
internal static class RecordedHistories
{
    private static readonly string[] Implied = ["Time", "IsAction", "Opens", "Closes", "IsControl"];
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A history as it lies in <c>Histories/VERSION/</c>, a line for each event.</summary>
    /// <param name="Version">The version of the workflow.</param>
    /// <param name="InstanceId">The instance, which the file is named after.</param>
    /// <param name="Lines">Its events.</param>
    public sealed record History(int Version, string InstanceId, IReadOnlyList<string> Lines)
    {
        private readonly IReadOnlyList<JsonNode> events =
        [
            .. Lines.Select(line => JsonNode.Parse(line)!),
        ];

        /// <summary>What kind of event a line is.</summary>
        public string KindAt(int line) => (string)events[line]["Kind"]!;

        /// <summary>The orchestrator, and what it called or raised, in order.</summary>
        public IEnumerable<string> Names() =>
            events.Select(item => (string?)item["Name"]).OfType<string>();
    }

    /// <summary>All that a world's engine holds.</summary>
    public static async Task<IReadOnlyList<History>> OfAsync(World world)
    {
        var histories = new List<History>();
        await foreach (var instance in world.Client.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            histories.Add(
                new(
                    CycleRef.CurrentVersion,
                    instance.InstanceId,
                    await world.Engine.ReadHistoryAsync(instance.InstanceId)
                )
            );
        }
        return [.. histories.OrderBy(history => history.InstanceId, StringComparer.Ordinal)];
    }

    /// <summary>All that are kept, of all versions.</summary>
    public static IReadOnlyList<History> All() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.jsonl", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => new History(
                    int.Parse(
                        Path.GetFileName(Path.GetDirectoryName(file)!),
                        CultureInfo.InvariantCulture
                    ),
                    Path.GetFileNameWithoutExtension(file),
                    File.ReadAllLines(file)
                )),
        ];

    /// <summary>Puts new ones in the place of a version's.</summary>
    public static void Keep(int version, IEnumerable<History> histories)
    {
        var folder = Path.Combine(Folder, $"{version}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        Directory.CreateDirectory(folder);
        foreach (var history in histories)
        {
            File.WriteAllLines(
                Path.Combine(folder, $"{history.InstanceId}.jsonl"),
                history.Lines.Select(Plain)
            );
        }
    }

    // A stack trace tells of the machine that recorded, not of the workflow; what follows from the other members need not be kept.
    private static string Plain(string line)
    {
        var item = JsonNode.Parse(line)!.AsObject();
        foreach (var implied in Implied)
        {
            item.Remove(implied);
        }
        if (item["Kind"]!.GetValue<string>().EndsWith("Failed", StringComparison.Ordinal))
        {
            var failure = JsonNode.Parse((string)item["Data"]!);
            for (var cause = failure; cause is JsonObject; cause = cause["InnerFailure"])
            {
                cause["StackTrace"] = null;
            }
            item["Data"] = failure!.ToJsonString(Readable);
        }
        return item.ToJsonString(Readable);
    }

    private static string Folder => SourceTree.PathOf("tests/Workflow.Tests/Histories");
}
