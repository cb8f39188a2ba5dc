using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>One check of a submission; a new check is a new class beside the others.</summary>
public abstract class CheckRule
{
    /// <summary>What it has to say; nothing if all is well.</summary>
    /// <param name="type">The report it belongs to.</param>
    /// <param name="part">What was asked.</param>
    /// <param name="file">What came.</param>
    public abstract IEnumerable<Finding> Check(ReportType type, ReportPart part, FileFacts file);
}
