using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Naming;

/// <summary>Names one report type owed by one body in one cycle: <c>cycle.body.type</c>.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Body">The body's code.</param>
/// <param name="ReportType">The report type's code.</param>
[JsonConverter(typeof(ParsableJsonConverter<AssignmentId>))]
public sealed record AssignmentId(CycleId Cycle, string Body, string ReportType)
    : IParsable<AssignmentId>
{
    /// <summary>The durable instance that runs one window of the assignment.</summary>
    /// <param name="window">From 1.</param>
    public string InstanceId(int window) => FormattableString.Invariant($"{this}.{window}");

    /// <summary>The chain in which everything about the assignment is recorded.</summary>
    public StreamId Stream => new(ToString());

    /// <summary>Reads the text form.</summary>
    /// <exception cref="FormatException">The text is no assignment id.</exception>
    public static AssignmentId Parse(string s) =>
        TryParse(s, null, out var id)
            ? id
            : throw new FormatException($"'{s}' is not an assignment id.");

    /// <inheritdoc/>
    static AssignmentId IParsable<AssignmentId>.Parse(string s, IFormatProvider? provider) =>
        Parse(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out AssignmentId result
    )
    {
        result =
            s?.Split('.') is [var cycle, var body, var type]
            && Code.IsValid(cycle)
            && Code.IsValid(body)
            && Code.IsValid(type)
                ? new AssignmentId(new CycleId(cycle), body, type)
                : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Cycle}.{Body}.{ReportType}";
}
