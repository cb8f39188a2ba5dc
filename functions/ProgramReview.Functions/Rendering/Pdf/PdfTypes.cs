using PdfSharp.Drawing;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>The letters of a dossier.</summary>
internal sealed class PdfTypes
{
    private static readonly XGraphics Measure = XGraphics.CreateMeasureContext(
        new XSize(1_000, 1_000),
        XGraphicsUnit.Point,
        XPageDirection.Downwards
    );

    public PdfType Title { get; } = new(Measure, 15, 20, isBold: true);

    public PdfType Heading1 { get; } = new(Measure, 13, 18, isBold: true);

    public PdfType Heading2 { get; } = new(Measure, 11.5, 16, isBold: true);

    public PdfType Heading3 { get; } = new(Measure, 10.5, 15, isBold: true);

    public PdfType Prose { get; } = new(Measure, 10.5, 15.5);

    public PdfType Remark { get; } = new(Measure, 9, 13);

    public PdfType Cell { get; } = new(Measure, 8.5, 12);

    public PdfType CellHead { get; } = new(Measure, 8.5, 12, isBold: true);

    public PdfType Note { get; } = new(Measure, 7.5, 10.5);
}
