using ProgramReview.Core.Checking.Rules;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking;

/// <summary>Runs every check and returns all findings, so that people get every fault at once.</summary>
public static class Checks
{
    internal static readonly IReadOnlyList<CheckRule> All =
    [
        new FileEmptyRule(),
        new FileTypeRule(),
        new FileEncryptedRule(),
        new FileDamagedRule(),
        new FileOversizedRule(),
    ];

    /// <summary>All findings, the heaviest first.</summary>
    public static IReadOnlyList<Finding> Run(ReportType type, ReportPart part, FileFacts file) =>
        [
            .. All.SelectMany(rule => rule.Check(type, part, file))
                .OrderByDescending(finding => finding.Severity),
        ];
}
