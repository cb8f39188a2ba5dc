using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>One part of a report with what counts for it.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="IsRequired">Whether the report is accepted only with it.</param>
/// <param name="Counting">The submission that counts, or null.</param>
/// <param name="DownloadPath">Where its file is fetched, or null if there is none to fetch.</param>
public sealed record PartLine(
    string Code,
    bool IsRequired,
    Submission? Counting,
    string? DownloadPath
);
