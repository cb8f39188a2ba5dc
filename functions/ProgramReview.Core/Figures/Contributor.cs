using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>A body that an aggregate counts, with what it brings: so a figure is traced to its cells, and "n of N" to names.</summary>
/// <param name="Node">The body's node.</param>
/// <param name="StandsFor">The node whose own word is missing and for which it stands in, or null.</param>
/// <param name="Own">What it says.</param>
/// <param name="IsIn">Whether its own value is in the aggregate.</param>
/// <param name="Weight">What weighs its value, where something does.</param>
/// <param name="IsStoodFor">Whether those below stand in for it; they follow.</param>
public sealed record Contributor(
    FanOutNode Node,
    FanOutNode? StandsFor,
    Told Own,
    bool IsIn,
    Told? Weight,
    bool IsStoodFor
)
{
    /// <summary>What everybody may read of it where figures are open: without what a body wrote where a value is missing.</summary>
    public Contributor ForEverybody() =>
        this with
        {
            Own = Own with { Figure = Own.Figure with { Reason = null } },
        };
}
