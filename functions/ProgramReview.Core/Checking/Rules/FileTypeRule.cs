using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A report comes in one of the accepted formats, recognised by content.</summary>
internal sealed class FileTypeRule : CheckRule
{
    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReportType type, ReportPart part, FileFacts file)
    {
        if (file.Size == 0)
        {
            yield break;
        }
        if (file.Format is not { } format)
        {
            yield return new Finding("file-type-unknown", Severity.Blocker, [Accepted(part)]);
        }
        else if (!part.Formats.Contains(format))
        {
            yield return new Finding(
                "file-type-not-accepted",
                Severity.Error,
                [format.ToString().ToUpperInvariant(), Accepted(part)]
            );
        }
    }

    private static string Accepted(ReportPart part)
    {
        return string.Join(
            ", ",
            part.Formats.Select(format => format.ToString().ToUpperInvariant())
        );
    }
}
