using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Rendering;

/// <summary>What the file that counts for a report says, as far as an audience reads it.</summary>
/// <param name="Part">The part.</param>
/// <param name="File">The file.</param>
/// <param name="Text">What it says.</param>
public sealed record ReportSaid(PartId Part, CountingFile File, ReportText Text)
{
    /// <summary>What a report says; null where no file with text counts, or the audience reads none of it.</summary>
    public static async Task<ReportSaid?> OfAsync(
        DossierContent content,
        DossierReport report,
        CancellationToken cancellation
    )
    {
        var type = content.Plan.ReportType(report.Assignment.ReportType);
        foreach (var asked in ReportPart.Of(type).Where(ReportText.IsIn))
        {
            var part = new PartId(report.Assignment, asked.Code);
            if (
                report.Parts.FirstOrDefault(one => one.Code == asked.Code)?.Counting is { } file
                && await content.TextAsync(part, file.Sha256, cancellation) is { } text
            )
            {
                return new ReportSaid(part, file, text);
            }
        }
        return null;
    }
}
