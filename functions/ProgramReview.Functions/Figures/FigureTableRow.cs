using ProgramReview.Core.Figures;

namespace ProgramReview.Functions.Figures;

/// <summary>A row of a page of figures.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Path">Where it is looked at more closely, or null.</param>
/// <param name="Lines">Its cells, by the periods of the plan; null where the plan asks for nothing.</param>
public sealed record FigureTableRow(string Name, string? Path, IReadOnlyList<FigureLine> Lines)
{
    /// <summary>What else is told of it: a unit, a target; or null.</summary>
    public string? About { get; init; }

    /// <summary>Whether the plan asks for any of it.</summary>
    public bool IsAsked => Lines.Any(line => line.Own is not null || line.Below is not null);
}
