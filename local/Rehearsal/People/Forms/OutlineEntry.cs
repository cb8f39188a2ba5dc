namespace ProgramReview.Local.Rehearsal.People.Forms;

/// <summary>What a played person makes of a section.</summary>
internal abstract record OutlineEntry
{
    private OutlineEntry() { }

    /// <summary>Leaves it as it is, hint and all.</summary>
    public sealed record Untouched : OutlineEntry;

    /// <summary>Removes the heading and what is below it.</summary>
    public sealed record Dropped : OutlineEntry;

    /// <summary>Writes it.</summary>
    /// <param name="Paragraphs">What stands below the heading.</param>
    /// <param name="Heading">Another heading, or null for the form's.</param>
    public sealed record Written(IReadOnlyList<string> Paragraphs, string? Heading = null)
        : OutlineEntry;
}
