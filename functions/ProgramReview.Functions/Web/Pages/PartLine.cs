using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>One part of a report with what counts for it.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="IsRequired">Whether the report is accepted only with it.</param>
/// <param name="Counting">The file that counts, or null.</param>
/// <param name="DownloadPath">Where it is fetched, or null if there is none to fetch.</param>
public sealed record PartLine(
    string Code,
    bool IsRequired,
    CountingFile? Counting,
    string? DownloadPath
)
{
    /// <summary>The parts of a report.</summary>
    public static IReadOnlyList<PartLine> Of(
        AssignmentId assignment,
        IEnumerable<PartRow> parts,
        Func<PartId, string?> downloadPath
    ) =>
        [
            .. parts.Select(part => new PartLine(
                part.Code,
                part.Required,
                part.Counting,
                part.Counting is null ? null : downloadPath(new PartId(assignment, part.Code))
            )),
        ];
}
