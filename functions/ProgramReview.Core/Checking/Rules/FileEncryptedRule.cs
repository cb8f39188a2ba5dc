using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A report opens without a password.</summary>
internal sealed class FileEncryptedRule : CheckRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportType type, ReportPart part, FileFacts file)
    {
        if (file.IsEncrypted)
        {
            yield return new Finding("file-encrypted", Severity.Blocker, []);
        }
    }
}
