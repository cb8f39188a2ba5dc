using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgramReview.Benchmarks.Harness;

/// <summary>Writes results as a JSON list.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(string path, IReadOnlyList<Measurement> results)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        File.WriteAllText(path, JsonSerializer.Serialize(results, Json) + "\n");
    }
}
