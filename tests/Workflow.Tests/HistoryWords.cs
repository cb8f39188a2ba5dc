using System.Text.Json;

namespace ProgramReview.Workflow.Tests;

/// <summary>The words in a line of a history. Payloads are JSON within JSON; a word is looked for as people would read it.</summary>
internal static class HistoryWords
{
    public static IEnumerable<string> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Leaves(document.RootElement)];
    }

    private static IEnumerable<string> Leaves(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => Leaves(member.Value).Prepend(member.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Leaves),
            JsonValueKind.String when element.GetString() is ['{' or '[' or '"', ..] text => Of(
                text
            ),
            _ => [element.ToString()],
        };
}
