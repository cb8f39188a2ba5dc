using ProgramReview.Core.Checking.Text;

namespace ProgramReview.Core.Checking.Outline;

/// <summary>A heading and its words, folded once for all sections that it is compared with.</summary>
internal sealed class HeadingWords(Heading heading)
{
    /// <summary>The heading.</summary>
    public Heading Heading => heading;

    /// <summary>The words of its title.</summary>
    public IReadOnlyList<string> Title { get; } = Folding.Words(heading.Title);

    /// <summary>Those of the title with the line below; null if there is none.</summary>
    public IReadOnlyList<string>? Longer { get; } =
        heading.Longer is { } longer ? Folding.Words(longer) : null;
}
