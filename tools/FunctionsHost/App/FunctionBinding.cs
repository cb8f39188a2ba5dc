using System.Text.Json;

namespace ProgramReview.FunctionsHost.App;

/// <summary>One binding of a function, as its metadata describes it.</summary>
internal sealed class FunctionBinding(JsonElement raw)
{
    public string Name => Text("name") ?? throw new AppFault($"A binding has no name: {raw}.");

    public string Type => Text("type") ?? throw new AppFault($"A binding has no type: {raw}.");

    public string Direction => Text("direction") ?? "in";

    public string? DataType => Text("dataType");

    public bool IsTrigger => Type.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the worker told about it for itself; it gets it back when it loads the function.</summary>
    public IReadOnlyDictionary<string, string> Properties =>
        Find("properties") is { ValueKind: JsonValueKind.Object } properties
            ? properties.EnumerateObject().ToDictionary(one => one.Name, one => $"{one.Value}")
            : [];

    public string? Text(string property) =>
        Find(property) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public IReadOnlyList<string> Texts(string property) =>
        Find(property) is { ValueKind: JsonValueKind.Array } values
            ? [.. values.EnumerateArray().Select(value => value.GetString()!)]
            : [];

    public bool Is(string type) => Type.Equals(type, StringComparison.OrdinalIgnoreCase);

    private JsonElement? Find(string property)
    {
        foreach (var one in raw.EnumerateObject())
        {
            if (one.Name.Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                return one.Value;
            }
        }
        return null;
    }
}
