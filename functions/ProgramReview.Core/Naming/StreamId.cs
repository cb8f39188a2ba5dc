using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Naming;

/// <summary>Names one append-only stream of events: an assignment's or a cycle's.</summary>
/// <param name="Value">The text of the <see cref="AssignmentId"/> or <see cref="CycleId"/>.</param>
[JsonConverter(typeof(ParsableJsonConverter<StreamId>))]
public sealed record StreamId(string Value) : IParsable<StreamId>
{
    /// <inheritdoc/>
    public static StreamId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"'{s}' is not a stream id.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out StreamId result
    )
    {
        result =
            CycleId.TryParse(s, provider, out _) || AssignmentId.TryParse(s, provider, out _)
                ? new StreamId(s!)
                : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
