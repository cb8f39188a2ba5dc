using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Requesting;

/// <summary>
/// Names one process of a cycle; its text is the id of the durable instance. Whoever has the name can start the process: everything else it
/// needs stands on record.
/// </summary>
[JsonConverter(typeof(ParsableJsonConverter<ProcessId>))]
public abstract record ProcessId : IParsable<ProcessId>
{
    private const string CyclePrefix = "cycle-";

    private ProcessId() { }

    /// <summary>The cycle that it belongs to.</summary>
    public abstract CycleId Of { get; }

    /// <summary>The process of what a node of the fan-out starts.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="item">What is started.</param>
    public static ProcessId For(CycleId cycle, FanOutItem item) =>
        item switch
        {
            FanOutItem.Report { Assignment: var assignment } => new Report(assignment, 1),
            FanOutItem.Branch { Node: var node } => new Branch(cycle, node),
            _ => throw new ArgumentOutOfRangeException(nameof(item), item, "It has no process."),
        };

    /// <inheritdoc/>
    public static ProcessId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id)
            ? id
            : throw new FormatException($"'{s}' is not the name of a process.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out ProcessId result
    )
    {
        result = s?.Split('.') switch
        {
            [var whole]
                when whole.StartsWith(CyclePrefix, StringComparison.Ordinal)
                    && CycleId.TryParse(whole[CyclePrefix.Length..], null, out var cycle) =>
                new Cycle(cycle),
            [var code, "fan-out", var text]
                when CycleId.TryParse(code, null, out var cycle)
                    && FanOutNode.TryParse(text, null, out var node) => new Branch(cycle, node),
            [var code, "approval", var text]
                when CycleId.TryParse(code, null, out var cycle) && Count(text) is { } number =>
                new Round(cycle, number),
            [var code, "material", var text]
                when CycleId.TryParse(code, null, out var cycle) && Count(text) is { } asked =>
                new Material(cycle, asked),
            [var code, "rendering", var text]
                when CycleId.TryParse(code, null, out var cycle) && Count(text) is { } round =>
                new Rendering(cycle, round),
            [var code, "order", var text]
                when CycleId.TryParse(code, null, out var cycle) && Count(text) is { } entry =>
                new Order(cycle, entry),
            [var code, "figures"] when CycleId.TryParse(code, null, out var cycle) => new Figures(
                cycle
            ),
            [_, _, _, var text]
                when AssignmentId.TryParse(s[..s.LastIndexOf('.')], null, out var assignment)
                    && Count(text) is { } window => new Report(assignment, window),
            _ => null,
        };
        return result is not null;
    }

    // One number has one text: what "01" would name is nobody's process.
    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && text[0] != '0'
            ? number
            : null;

    /// <summary>The cycle itself, above all others.</summary>
    /// <param name="Id">The cycle.</param>
    public sealed record Cycle(CycleId Id) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Id;

        /// <inheritdoc/>
        public override string ToString() => Id.InstanceId;
    }

    /// <summary>A branch of the fan-out.</summary>
    /// <param name="Id">The cycle.</param>
    /// <param name="Node">The node of the tree.</param>
    public sealed record Branch(CycleId Id, FanOutNode Node) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Id;

        /// <inheritdoc/>
        public override string ToString() => $"{Id}.fan-out.{Node}";
    }

    /// <summary>One submission window of an assignment.</summary>
    /// <param name="Assignment">The assignment.</param>
    /// <param name="Window">From 1.</param>
    public sealed record Report(AssignmentId Assignment, int Window) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Assignment.Cycle;

        /// <inheritdoc/>
        public override string ToString() => Assignment.InstanceId(Window);
    }

    /// <summary>One approval round.</summary>
    /// <param name="Id">The cycle.</param>
    /// <param name="Number">From 1.</param>
    public sealed record Round(CycleId Id, int Number) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Id;

        /// <inheritdoc/>
        public override string ToString() => Id.ApprovalInstanceId(Number);
    }

    /// <summary>The figures that changed, up to the whole.</summary>
    /// <param name="Id">The cycle.</param>
    public sealed record Figures(CycleId Id) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Id;

        /// <inheritdoc/>
        public override string ToString() => $"{Id}.figures";
    }

    /// <summary>What carries out an order over many assignments.</summary>
    /// <param name="Id">The cycle.</param>
    /// <param name="Entry">The entry of the cycle's chain that gives it.</param>
    public sealed record Order(CycleId Id, long Entry) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Id;

        /// <inheritdoc/>
        public override string ToString() => Id.OrderInstanceId(Entry);
    }

    /// <summary>The making of material for the consolidated report.</summary>
    /// <param name="Id">The cycle.</param>
    /// <param name="Asked">The entry of the cycle's chain that asks for it.</param>
    public sealed record Material(CycleId Id, long Asked) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Id;

        /// <inheritdoc/>
        public override string ToString() => FormattableString.Invariant($"{Id}.material.{Asked}");
    }

    /// <summary>The making of all renderings of a round's dossier.</summary>
    /// <param name="Id">The cycle.</param>
    /// <param name="Number">The round, from 1.</param>
    public sealed record Rendering(CycleId Id, int Number) : ProcessId
    {
        /// <inheritdoc/>
        public override CycleId Of => Id;

        /// <inheritdoc/>
        public override string ToString() =>
            FormattableString.Invariant($"{Id}.rendering.{Number}");
    }
}
