using System.Globalization;

namespace ProgramReview.Benchmarks.Harness;

/// <summary>A figure and what it may be at most. Binding ones fail the run; the others are for a quiet machine.</summary>
/// <param name="What">The figure's name.</param>
/// <param name="Value">What was measured.</param>
/// <param name="AtMost">What is allowed.</param>
/// <param name="IsBinding">Whether a higher figure is a failure.</param>
internal sealed record Limit(string What, double Value, double AtMost, bool IsBinding)
{
    /// <summary>Whether the figure is within the limit.</summary>
    public bool Holds => Value <= AtMost;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{What} {Value:0.###} {(Holds ? "<=" : ">")} {AtMost:0.##}{(IsBinding ? "" : " (indicative)")}{(Holds ? "" : IsBinding ? " BROKEN" : " over")}"
        );
}
