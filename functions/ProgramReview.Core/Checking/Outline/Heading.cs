namespace ProgramReview.Core.Checking.Outline;

/// <summary>A line that was taken for a heading.</summary>
/// <param name="Line">Its place among the document's lines, from 0.</param>
/// <param name="End">The first line behind it; later than the next where its title stands on lines of its own.</param>
/// <param name="Depth">How deep it stands; less is higher.</param>
/// <param name="Number">The number that it begins with, or null.</param>
/// <param name="Title">What stands behind the number.</param>
/// <param name="Section">The code of the section that our form marked it with, or null.</param>
internal sealed record Heading(
    int Line,
    int End,
    int Depth,
    string? Number,
    string Title,
    string? Section
)
{
    /// <summary>Its outline level, or null.</summary>
    public int? Level { get; init; }

    /// <summary>Whether more than its number says that it is a heading: its level, or its look.</summary>
    public bool IsMarked { get; init; }

    /// <summary>The title together with a line below that may go on with it, as in a pdf; null if none may.</summary>
    public string? Longer { get; init; }

    /// <summary>Whether what stands below another heading ends here. What is merely bold begins a paragraph as often as a section.</summary>
    public bool Ends(Heading other) =>
        (Number is not null && other.Number is not null && Depth <= other.Depth)
        || Level <= other.Level;

    /// <summary>As it is written.</summary>
    public string Text => Number is null ? Title : $"{Number} {Title}".Trim();
}
