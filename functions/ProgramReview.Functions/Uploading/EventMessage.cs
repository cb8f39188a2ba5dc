using System.Text.Json;

namespace ProgramReview.Functions.Uploading;

/// <summary>An event as Event Grid puts it on a queue; whoever can write there is not believed to have written JSON.</summary>
internal static class EventMessage
{
    private const int MaxLength = 64 * 1024;
    private const int MaxNameLength = 1024;

    /// <summary>An event of a type, in the Event Grid or the CloudEvents schema, alone or as an array of one.</summary>
    /// <param name="message">Whatever stood on the queue.</param>
    /// <param name="type">The type.</param>
    /// <returns>Null if the message is anything else.</returns>
    public static JsonElement? Find(string? message, string type)
    {
        if (message is not { Length: > 0 and <= MaxLength })
        {
            return null;
        }
        try
        {
            using var document = JsonDocument.Parse(message);
            var happening = Single(document.RootElement);
            return (TextOf(happening, "eventType") ?? TextOf(happening, "type")) == type
                ? happening.Clone()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A property that is text; null for anything else.</summary>
    public static string? TextOf(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out var value)
            ? TextOf(value)
            : null;

    /// <summary>A value that is text; null for anything else.</summary>
    public static string? TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is valid JSON but no text.
            return null;
        }
    }

    /// <summary>The blob's name that stands behind a piece of the event's subject; null if there is none.</summary>
    /// <param name="happening">The event.</param>
    /// <param name="place">What the name stands behind.</param>
    /// <param name="begins">Whether the subject begins with that.</param>
    public static string? NameBehind(JsonElement happening, string place, bool begins)
    {
        if (TextOf(happening, "subject") is not { } subject)
        {
            return null;
        }
        var at = subject.IndexOf(place, StringComparison.Ordinal);
        if (at < 0 || (begins && at > 0))
        {
            return null;
        }
        var name = subject[(at + place.Length)..];
        return name.Length is > 0 and <= MaxNameLength && !name.Any(char.IsControl) ? name : null;
    }

    private static JsonElement Single(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == 1 ? root[0] : root;
}
