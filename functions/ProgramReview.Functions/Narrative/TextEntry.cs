using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;

namespace ProgramReview.Functions.Narrative;

/// <summary>A report on the page of texts.</summary>
/// <param name="Assignment">The report.</param>
/// <param name="File">The file that counts; null where none does.</param>
/// <param name="Hits">The paragraphs that are shown, in their order; empty where the section is missing or empty.</param>
/// <param name="More">How many more there are, on the report's own page.</param>
/// <param name="Gap">Why there are none; null where there are.</param>
/// <param name="Path">Its own page.</param>
public sealed record TextEntry(
    AssignmentId Assignment,
    CountingFile? File,
    IReadOnlyList<TextHit> Hits,
    int More,
    TextGap? Gap,
    string Path
);
