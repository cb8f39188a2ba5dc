using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>What became of a section of the outline in a document.</summary>
/// <param name="Section">The section as the plan asks for it.</param>
/// <param name="Heading">The heading that it was found under; null if it was not found.</param>
/// <param name="IsDoubtful">Whether the heading is only like what was asked for.</param>
/// <param name="Nearest">Where it was not found, the heading that is most like it, if any is.</param>
/// <param name="Lines">What stands in it: the places of its lines among the document's, without headings, hints and empty phrases.</param>
/// <param name="Letters">The letters and digits of those lines.</param>
internal sealed record SectionReading(
    OutlineSection Section,
    Heading? Heading,
    bool IsDoubtful,
    Heading? Nearest,
    IReadOnlyList<int> Lines,
    int Letters
)
{
    /// <summary>The first line behind it; 0 where it was not found.</summary>
    public int End { get; init; }

    /// <summary>The lines within it that are headings of its own.</summary>
    public IReadOnlyList<int> Headings { get; init; } = [];
}
