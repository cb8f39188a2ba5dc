using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A file without bytes is no report.</summary>
internal sealed class FileEmptyRule : CheckRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportType type, ReportPart part, FileFacts file)
    {
        if (file.Size == 0)
        {
            yield return new Finding("file-empty", Severity.Blocker, []);
        }
    }
}
