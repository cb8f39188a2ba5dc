using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A report unpacks to no more than can be read.</summary>
internal sealed class FileOversizedRule : CheckRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportType type, ReportPart part, FileFacts file)
    {
        if (file.IsOversized)
        {
            yield return new Finding("file-unpacks-too-large", Severity.Blocker, []);
        }
    }
}
