using System.Text.Json.Nodes;

namespace ProgramReview.Infra.Tests;

/// <summary>What a parameter file would deploy, as the compiler predicts it without any subscription.</summary>
internal static class Snapshot
{
    private static readonly string[] Somewhere =
    [
        "--subscription-id",
        "00000000-0000-0000-0000-000000000001",
        "--tenant-id",
        "00000000-0000-0000-0000-000000000002",
        "--resource-group",
        "rg-review",
        "--location",
        "southeastasia",
    ];

    /// <summary>Where the snapshot that people agreed on is kept.</summary>
    public static string Kept(string name) =>
        Path.Combine(
            SourceTree.Root,
            "tests",
            "Architecture.Tests",
            "Infra",
            "Snapshots",
            $"{name}.snapshot.json"
        );

    /// <summary>The prediction now. The compiler writes beside the parameters, so it is given a copy.</summary>
    public static async Task<string> TakeAsync(
        string name,
        Dictionary<string, string>? environment = null
    )
    {
        var copy = Directory.CreateTempSubdirectory("review-infra-");
        try
        {
            foreach (
                var file in Directory.EnumerateFiles(Places.Infra, "*", SearchOption.AllDirectories)
            )
            {
                var target = Path.Combine(copy.FullName, Path.GetRelativePath(Places.Infra, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
            await Bicep.RunAsync(
                environment ?? [],
                [
                    "snapshot",
                    Path.Combine(copy.FullName, $"{name}.bicepparam"),
                    "--mode",
                    "overwrite",
                    .. Somewhere,
                ]
            );
            return await File.ReadAllTextAsync(
                Path.Combine(copy.FullName, $"{name}.snapshot.json")
            );
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>The kept snapshot's resources of a type.</summary>
    public static IReadOnlyList<JsonNode> Resources(string name, string type) =>
        ResourcesIn(File.ReadAllText(Kept(name)), type);

    /// <summary>A snapshot's resources of a type.</summary>
    public static IReadOnlyList<JsonNode> ResourcesIn(string snapshot, string type) =>
        [
            .. JsonNode.Parse(snapshot)!["predictedResources"]!
                .AsArray()
                .Where(resource => (string?)resource!["type"] == type)
                .Select(resource => resource!),
        ];
}
