using System.Text.Json;

namespace ProgramReview.Local.Engine.Running;

/// <summary>How the tags of instances and calls are stored.</summary>
internal static class Labels
{
    /// <summary>As JSON; null if there are none.</summary>
    public static string? Write(IEnumerable<KeyValuePair<string, string>>? tags) =>
        tags?.ToDictionary() is { Count: > 0 } some
            ? Bounds.Payload(JsonSerializer.Serialize(some))
            : null;

    public static Dictionary<string, string> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>The tags of a parent with those of a call, which win.</summary>
    public static string? Merge(string? parent, string? call)
    {
        if (parent is null || call is null)
        {
            return call ?? parent;
        }

        var all = Read(parent);
        foreach (var (key, value) in Read(call))
        {
            all[key] = value;
        }

        return Write(all);
    }
}
