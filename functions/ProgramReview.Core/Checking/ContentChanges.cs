namespace ProgramReview.Core.Checking;

/// <summary>What is otherwise in a new version than in the one before, as far as the plan asks for it.</summary>
/// <param name="Sections">The sections whose text is another, in the order of the outline.</param>
/// <param name="Figures">The figures that are other ones, rows and columns in plan order.</param>
public sealed record ContentChanges(
    IReadOnlyList<SectionChange> Sections,
    IReadOnlyList<FigureChange> Figures
)
{
    /// <summary>How many there are.</summary>
    public int Count => Sections.Count + Figures.Count;
}
