using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProgramReview.Core.Events;

/// <summary>
/// Events as the text that is hashed, and back. A text is read once: whoever hands entries on hands their events on, for as long as
/// somebody holds the text.
/// </summary>
internal static class EventJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ConditionalWeakTable<string, Event> Known = new();

    public static string Write(Event @event) => JsonSerializer.Serialize(@event, Json);

    public static Event Read(string body) => Known.GetValue(body, Parse);

    private static Event Parse(string body) =>
        JsonSerializer.Deserialize<Event>(body, Json)
        ?? throw new JsonException("An entry without a fact.");
}
