using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>
/// A node of the fan-out: a body, or the root above all bodies, with all its items or a chunk of them. Its text, for example
/// <c>~</c>, <c>ba-vi</c> or <c>ba-vi~100-200</c>, can stand in an instance id.
/// </summary>
/// <param name="Body">The body's code; empty for the root.</param>
/// <param name="Chunk">The items the node is limited to, or null for all.</param>
[JsonConverter(typeof(ParsableJsonConverter<FanOutNode>))]
public sealed record FanOutNode(string Body, FanOutChunk? Chunk = null) : IParsable<FanOutNode>
{
    /// <summary>The most children a node has.</summary>
    public const int MaxChildren = 100;

    /// <summary>Where a fan-out begins.</summary>
    public static FanOutNode Root { get; } = new("");

    /// <inheritdoc/>
    public static FanOutNode Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var node)
            ? node
            : throw new FormatException($"'{s}' is not a node of a fan-out.");

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        [MaybeNullWhen(false)] out FanOutNode result
    )
    {
        result = s?.Split('~') switch
        {
            [var body] when Code.IsValid(body) => new FanOutNode(body),
            ["", ""] => Root,
            [var body, var range]
                when (body.Length == 0 || Code.IsValid(body)) && Range(range) is { } chunk =>
                new FanOutNode(body, chunk),
            _ => null,
        };
        return result is not null;
    }

    /// <summary>The fewest nodes of the same body that stand between it and more items than it may have.</summary>
    /// <param name="from">The first item, from 0.</param>
    /// <param name="to">The item after the last.</param>
    public IEnumerable<FanOutNode> Split(int from, int to)
    {
        var size = MaxChildren;
        while ((long)size * MaxChildren < to - from)
        {
            size *= MaxChildren;
        }
        return Enumerable
            .Range(0, (to - from + size - 1) / size)
            .Select(i => from + (i * size))
            .Select(start => new FanOutNode(
                Body,
                new FanOutChunk(start, Math.Min(start + size, to))
            ));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Chunk is null
            ? (Body.Length == 0 ? "~" : Body)
            : FormattableString.Invariant($"{Body}~{Chunk.From}-{Chunk.To}");

    private static FanOutChunk? Range(string text) =>
        text.Split('-') is [var from, var to]
        && Number(from) is { } first
        && Number(to) is { } end
        && first < end
            ? new FanOutChunk(first, end)
            : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
