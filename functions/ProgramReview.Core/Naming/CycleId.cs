using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Naming;

/// <summary>Names one run of a plan, for example <c>hanoi-01-ctr-tu</c>.</summary>
/// <param name="Value">A valid <see cref="Code"/>.</param>
[JsonConverter(typeof(ParsableJsonConverter<CycleId>))]
public sealed record CycleId(string Value) : IParsable<CycleId>
{
    /// <summary>The durable instance that runs the cycle.</summary>
    public string InstanceId => $"cycle-{Value}";

    /// <summary>How the ids of all other instances of the cycle begin, and no other cycle's: no code has a dot.</summary>
    public string InstancePrefix => $"{Value}.";

    /// <summary>The durable instance of one approval round.</summary>
    /// <param name="round">From 1.</param>
    public string ApprovalInstanceId(int round) =>
        FormattableString.Invariant($"{Value}.approval.{round}");

    /// <summary>The durable instance that carries out an order over many assignments.</summary>
    /// <param name="entry">The entry of the cycle's chain that gives it.</param>
    public string OrderInstanceId(long entry) =>
        FormattableString.Invariant($"{Value}.order.{entry}");

    /// <summary>The stream of events about the cycle as a whole.</summary>
    public StreamId Stream => new(Value);

    /// <summary>The cycle that a stream is part of.</summary>
    public static CycleId Of(StreamId stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return AssignmentId.TryParse(stream.Value, null, out var assignment)
            ? assignment.Cycle
            : Parse(stream.Value, null);
    }

    /// <inheritdoc/>
    public static CycleId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"'{s}' is not a cycle id.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out CycleId result
    )
    {
        result = Code.IsValid(s) ? new CycleId(s!) : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
