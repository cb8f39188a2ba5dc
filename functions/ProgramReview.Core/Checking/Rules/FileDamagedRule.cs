using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A report is whole.</summary>
internal sealed class FileDamagedRule : CheckRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportType type, ReportPart part, FileFacts file)
    {
        if (file.IsDamaged)
        {
            yield return new Finding("file-damaged", Severity.Blocker, []);
        }
    }
}
