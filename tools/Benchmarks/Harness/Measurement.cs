using System.Text.Json.Serialization;

namespace ProgramReview.Benchmarks.Harness;

/// <summary>What came out of one case on one kind of store; a line of the table and an object of the JSON list.</summary>
/// <param name="Case">The name of the case, for ever the same.</param>
/// <param name="Store">Where the data was kept: sqlite, memory, ...</param>
/// <param name="Seconds">The median of the runs.</param>
internal sealed record Measurement(string Case, string Store, double Seconds)
{
    /// <summary>How many pieces of work the time was for.</summary>
    public int? Items { get; init; }

    /// <summary>Pieces of work in a second.</summary>
    public double? Rate => Items / Seconds;

    /// <summary>What one piece of work costs.</summary>
    public double? MicrosecondsPerItem => Seconds / Items * 1e6;

    /// <summary>How many times the raw cost of what was stored.</summary>
    public double? RatioToRaw { get; init; }

    /// <summary>How many times the cost of the same work with the store in memory.</summary>
    public double? RatioToMemory { get; init; }

    /// <summary>What was allocated on the managed heap by one run.</summary>
    public long? AllocatedBytes { get; init; }

    /// <summary>What a case measures besides, by name.</summary>
    [JsonExtensionData]
    public Dictionary<string, object> Figures { get; init; } = [];

    /// <summary>What the figures are held against.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];
}
