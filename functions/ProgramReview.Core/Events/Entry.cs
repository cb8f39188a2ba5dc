using System.Text.Json;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>One link of a stream's hash chain: an event as it was written down.</summary>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Sequence">From 1, without gaps; it can exist once only, which is what keeps a chain from forking.</param>
/// <param name="RecordedAt">When it was written, in product time.</param>
/// <param name="Key">Names the occasion; a second event with the same key adds nothing.</param>
/// <param name="Body">The event as JSON, exactly as hashed.</param>
/// <param name="PreviousHash">The hash of the entry before; 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 over all the above, lower-case hexadecimal.</param>
public sealed record Entry(
    StreamId Stream,
    long Sequence,
    DateTimeOffset RecordedAt,
    string Key,
    string Body,
    string PreviousHash,
    string Hash
)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private Kept Keeper { get; init; }

    /// <summary>Reads the event.</summary>
    /// <exception cref="JsonException">The body is not an event this version knows.</exception>
    public Event Event => Keeper.Place is { } place ? place.EventOf(Body) : Read(Body);

    /// <summary>The same entry, which reads its event once and keeps it: for a small record that is read very often.</summary>
    public Entry Keeping() => this with { Keeper = new Kept(new Place()) };

    internal static string Write(Event @event) => JsonSerializer.Serialize(@event, Json);

    private static Event Read(string body) =>
        JsonSerializer.Deserialize<Event>(body, Json)
        ?? throw new JsonException("An entry without a fact.");

    // What an entry keeps is no part of it: two entries are equal whether they keep their event or not.
    private readonly record struct Kept(Place? Place)
    {
        public bool Equals(Kept other) => true;

        public override int GetHashCode() => 0;
    }

    private sealed class Place
    {
        private Reading? reading;

        // A copy with another body has the same place; only the event of this very body counts.
        public Event EventOf(string body)
        {
            if (reading is { } last && ReferenceEquals(last.Body, body))
            {
                return last.Event;
            }
            var @event = Read(body);
            reading = new Reading(body, @event);
            return @event;
        }
    }

    private sealed record Reading(string Body, Event Event);
}
