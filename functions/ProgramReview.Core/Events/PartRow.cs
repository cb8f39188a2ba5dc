using ProgramReview.Core.Deadlines;

namespace ProgramReview.Core.Events;

/// <summary>One part of a report as rows of the index and dossiers tell of it.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="Required">Whether the report is accepted only with it.</param>
/// <param name="Counting">The file that counts, or null.</param>
/// <param name="Timeliness">How it stands to time for ever; null without a file that counts.</param>
public sealed record PartRow(
    string Code,
    bool Required,
    CountingFile? Counting,
    TimelinessVerdict? Timeliness
)
{
    /// <summary>The part of a state.</summary>
    public static PartRow Of(PartState part) =>
        new(
            part.Code,
            part.IsRequired,
            part.Counting is { } counting ? CountingFile.Of(counting) : null,
            part.Timeliness
        );
}
