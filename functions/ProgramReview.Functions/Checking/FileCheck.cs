using ProgramReview.Core.Checking;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Checking.Reading;

namespace ProgramReview.Functions.Checking;

/// <summary>Checks the bytes of a file by the rules that hold for an upload; nothing is kept, and nothing on record.</summary>
public static class FileCheck
{
    /// <summary>What a file is and holds.</summary>
    /// <param name="reader">The reader of contents.</param>
    /// <param name="content">The file; can be jumped about in.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <returns>The contents are null for a file that is nothing that can be read.</returns>
    public static async Task<(FileFacts File, ContentFacts? Content)> ReadAsync(
        IContentReader reader,
        Stream content,
        CancellationToken cancellation
    )
    {
        content.Position = 0;
        var file = await FileInspector.InspectAsync(content, cancellation);
        content.Position = 0;
        return (
            file,
            file is { Format: { } format, IsEncrypted: false, IsDamaged: false, IsOversized: false }
                ? await reader.ReadAsync(content, format, cancellation)
                : null
        );
    }

    /// <summary>What the rules have to say of a file that was read.</summary>
    /// <param name="plan">The plan in force.</param>
    /// <param name="assignment">Whose report it would be.</param>
    /// <param name="part">Which part of it.</param>
    /// <param name="read">The file.</param>
    public static FileCheckResult Judge(
        PlanLookup plan,
        AssignmentId assignment,
        ReportPart part,
        (FileFacts File, ContentFacts? Content) read
    )
    {
        var type = plan.ReportType(assignment.ReportType);
        var subject = read.Content is { } content
            ? new CheckSubject(plan, assignment, part, content)
            : null;
        IEnumerable<Finding> size = StoredFileRules.TooLarge(type, read.File.Size) is { } tooLarge
            ? [tooLarge]
            : [];
        return new FileCheckResult(
            read.File,
            subject,
            [
                .. size.Concat(Checks.Run(type, part, read.File))
                    .Concat(subject is null ? [] : ContentChecks.Run(subject))
                    .OrderByDescending(finding => finding.Severity),
            ]
        );
    }
}
