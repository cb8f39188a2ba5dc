using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A report is no larger than its type allows.</summary>
internal sealed class FileTooLargeRule : CheckRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportType type, FileFacts file)
    {
        if (file.Size > type.MaxBytes)
        {
            yield return new Finding(
                "file-too-large",
                Severity.Error,
                [
                    file.Size.ToString(CultureInfo.InvariantCulture),
                    type.MaxBytes.ToString(CultureInfo.InvariantCulture),
                ]
            );
        }
    }
}
