using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Checking;

/// <summary>What a check of a file's bytes brought.</summary>
/// <param name="File">What its bytes show.</param>
/// <param name="Subject">What it holds, with all that rules ask; null where it was not read.</param>
/// <param name="Findings">All findings, the heaviest first.</param>
public sealed record FileCheckResult(
    FileFacts File,
    CheckSubject? Subject,
    IReadOnlyList<Finding> Findings
);
