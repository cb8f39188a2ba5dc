using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Rules;

/// <summary>A file does nothing by itself and brings no other file along.</summary>
internal sealed class ActiveContentRule(
    ActiveContentKind kind,
    string code,
    params IReadOnlyList<FileFormat> formats
) : ContentRule(code)
{
    /// <summary>One for each kind.</summary>
    public static IReadOnlyList<ActiveContentRule> All { get; } =
    [
        new(ActiveContentKind.Macro, "active-macro", Office),
        new(ActiveContentKind.ActiveX, "active-control", Office),
        new(ActiveContentKind.RemoteTemplate, "active-remote-template", FileFormat.Docx),
        new(
            ActiveContentKind.RemoteContent,
            "active-remote-content",
            FileFormat.Docx,
            FileFormat.Xlsx
        ),
        new(
            ActiveContentKind.ExternalWorkbook,
            "active-external-workbook",
            FileFormat.Xlsx,
            FileFormat.Xls
        ),
        new(ActiveContentKind.EmbeddedObject, "active-embedded-object", Office),
        new(ActiveContentKind.Attachment, "active-attachment", FileFormat.Pdf),
        new(ActiveContentKind.JavaScript, "active-javascript", FileFormat.Pdf),
        new(ActiveContentKind.Launch, "active-launch", FileFormat.Pdf),
    ];

    private static IReadOnlyList<FileFormat> Office =>
        [FileFormat.Docx, FileFormat.Xlsx, FileFormat.Doc, FileFormat.Xls];

    /// <inheritdoc/>
    public override bool AppliesTo(CheckScope scope) => scope.Takes(formats);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Check(ReadFile file) =>
        file
            .Content.Active.Where(active => active.Kind == kind)
            .Select(active => Found(new FindingPlace { Inside = active.Place }));
}
