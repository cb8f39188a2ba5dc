using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Naming;

/// <summary>Names one part of one assignment: <c>cycle.body.type.part</c>.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Part">The part's code.</param>
[JsonConverter(typeof(ParsableJsonConverter<PartId>))]
public sealed record PartId(AssignmentId Assignment, string Part) : IParsable<PartId>
{
    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text names no part of an assignment.</exception>
    public static PartId Parse(string s) =>
        TryParse(s, null, out var id)
            ? id
            : throw new FormatException($"'{s}' does not name a part of an assignment.");

    /// <inheritdoc/>
    static PartId IParsable<PartId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out PartId result
    )
    {
        result =
            s?.LastIndexOf('.') is { } dot and > 0
            && AssignmentId.TryParse(s[..dot], provider, out var assignment)
            && Code.IsValid(s[(dot + 1)..])
                ? new PartId(assignment, s[(dot + 1)..])
                : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Assignment}.{Part}";
}
