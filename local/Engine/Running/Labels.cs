using System.Text.Json;

namespace ProgramReview.Local.Engine.Running;

/// <summary>How the tags of instances and calls are stored.</summary>
internal static class Labels
{
    /// <summary>As JSON; null if there are none.</summary>
    public static string? Write(IEnumerable<KeyValuePair<string, string>>? tags) =>
        tags?.ToDictionary() is { Count: > 0 } some ? JsonSerializer.Serialize(some) : null;

    public static Dictionary<string, string> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
