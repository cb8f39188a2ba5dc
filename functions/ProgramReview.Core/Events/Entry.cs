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
    /// <summary>The event in the body, parsed once for as long as anybody holds the text.</summary>
    /// <exception cref="JsonException">The body is not an event this version knows.</exception>
    public Event Event => EventJson.Read(Body);
}
