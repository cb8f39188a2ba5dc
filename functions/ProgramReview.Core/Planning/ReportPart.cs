namespace ProgramReview.Core.Planning;

/// <summary>One of the files that a report type asks for.</summary>
/// <param name="Code">Unique in the report type.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Formats">The formats that are accepted; at least one.</param>
/// <param name="Required">Whether the report is incomplete without it.</param>
public sealed record ReportPart(
    string Code,
    LocalizedText Title,
    PartKind Kind,
    IReadOnlyList<FileFormat> Formats,
    bool Required
)
{
    /// <summary>The code of the one part of a report type whose plan names none.</summary>
    public const string Whole = "report";

    /// <summary>The parts of a report type; if its plan names none, the one required part that is the whole report.</summary>
    public static IReadOnlyList<ReportPart> Of(ReportType type) =>
        type.Parts ?? [new ReportPart(Whole, type.Title, PartKind.Report, type.Formats, true)];

    /// <summary>The formats that can hold what a kind of part is for.</summary>
    public static IReadOnlyList<FileFormat> FormatsFor(PartKind kind) =>
        kind switch
        {
            PartKind.Report => [FileFormat.Docx, FileFormat.Pdf, FileFormat.Doc],
            PartKind.Annex => [FileFormat.Xlsx, FileFormat.Xls, FileFormat.Csv],
            PartKind.Scan => [FileFormat.Pdf],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of part."),
        };
}
