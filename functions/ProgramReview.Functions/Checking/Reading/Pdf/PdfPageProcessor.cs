using System.Globalization;
using ProgramReview.Core.Checking.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>Draws one page: letters are kept, of pictures only whether one covers the page, and lines and areas not at all. Each step is counted.</summary>
internal sealed class PdfPageProcessor(
    int number,
    IResourceStore resources,
    IPdfTokenScanner scanner,
    IPageContentParser parser,
    ILookupFilterProvider filters,
    CropBox box,
    UserSpaceUnit unit,
    PageRotationDegrees rotation,
    TransformationMatrix initial,
    ParsingOptions options
)
    : BaseStreamProcessor<IReadOnlyList<Letter>>(
        number,
        resources,
        scanner,
        parser,
        filters,
        box,
        unit,
        rotation,
        in initial,
        options
    )
{
    private const double LargePart = 0.5;

    // In parts of a letter's size.
    private const double Near = 0.1;

    // Programs that leave states open leave a few on a page.
    private const int MostStates = 4096;

    private readonly ReadingBudget budget = BoundedFilters.BudgetOf(options);
    private readonly double large = LargePart * Area(box.Bounds);
    private readonly PdfSpans spans = new();
    private readonly List<Letter> letters = [];

    /// <summary>Whether one picture covers a large part of the page.</summary>
    public bool IsCovered { get; private set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Letter> Process(
        int pageNumberCurrent,
        IReadOnlyList<IGraphicsStateOperation> operations
    )
    {
        CloneAllStates();
        ProcessOperations(operations);
        return letters;
    }

    /// <inheritdoc/>
    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        foreach (var operation in operations)
        {
            budget.Step();
            operation.Run(this);
        }
    }

    /// <inheritdoc/>
    public override void PushState()
    {
        if (StackSize >= MostStates)
        {
            throw budget.Stop(ReadingFault.TooDeep);
        }
        base.PushState();
    }

    /// <inheritdoc/>
    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox
    )
    {
        var (text, isMore) = spans.Replace(unicode ?? "");
        budget.Letters(text.Length);
        if (letters.Count >= budget.Limits.PageLetters)
        {
            throw budget.Stop(ReadingFault.TooLarge);
        }
        var glyph = transformationMatrix.Transform(
            textMatrix.Transform(renderingMatrix.Transform(characterBoundingBox.GlyphBounds))
        );
        var place = transformationMatrix.Transform(
            textMatrix.Transform(
                renderingMatrix.Transform(
                    new PdfRectangle(0, 0, characterBoundingBox.Width, UserSpaceUnit.PointMultiples)
                )
            )
        );
        // What several shapes stand for together reaches from the first to the last of them, and a sign above or below a letter belongs to it wherever
        // it begins.
        var first =
            letters.Count > 0 && (isMore || IsSignOn(letters[^1], text, place.BottomLeft))
                ? letters[^1]
                : null;
        var end = place.BottomRight;
        if (first is not null)
        {
            letters.RemoveAt(letters.Count - 1);
            end =
                Distance(first.StartBaseLine, first.EndBaseLine)
                > Distance(first.StartBaseLine, end)
                    ? first.EndBaseLine
                    : end;
        }
        letters.Add(
            new Letter(
                first?.Value + text,
                glyph,
                place,
                first?.StartBaseLine ?? place.BottomLeft,
                end,
                place.Width,
                fontSize,
                font.Details,
                currentState.FontState.TextRenderingMode,
                currentState.CurrentStrokingColor,
                currentState.CurrentNonStrokingColor,
                pointSize,
                TextSequence
            )
        );
    }

    /// <inheritdoc/>
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord) =>
        Cover(xObjectContentRecord.AppliedTransformation.Transform(new PdfRectangle(0, 0, 1, 1)));

    /// <inheritdoc/>
    protected override void RenderInlineImage(InlineImage inlineImage) =>
        Cover(inlineImage.BoundingBox);

    private void Cover(PdfRectangle picture) => IsCovered |= Area(picture) > large;

    private static bool IsSignOn(Letter letter, string text, PdfPoint at) =>
        text.Length > 0
        && text.All(sign => char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
        && Distance(letter.StartBaseLine, at)
            <= Distance(letter.StartBaseLine, letter.EndBaseLine) + (Near * letter.PointSize);

    private static double Distance(PdfPoint from, PdfPoint to) =>
        Math.Abs(to.X - from.X) + Math.Abs(to.Y - from.Y);

    private static double Area(PdfRectangle one) => Math.Abs(one.Width * one.Height);

    /// <inheritdoc/>
    public override void BeginSubpath() { }

    /// <inheritdoc/>
    public override PdfPoint? CloseSubpath() => null;

    /// <inheritdoc/>
    public override void StrokePath(bool close) { }

    /// <inheritdoc/>
    public override void FillPath(FillingRule fillingRule, bool close) { }

    /// <inheritdoc/>
    public override void FillStrokePath(FillingRule fillingRule, bool close) { }

    /// <inheritdoc/>
    public override void MoveTo(double x, double y) { }

    /// <inheritdoc/>
    public override void BezierCurveTo(double x2, double y2, double x3, double y3) { }

    /// <inheritdoc/>
    public override void BezierCurveTo(
        double x1,
        double y1,
        double x2,
        double y2,
        double x3,
        double y3
    ) { }

    /// <inheritdoc/>
    public override void LineTo(double x, double y) { }

    /// <inheritdoc/>
    public override void Rectangle(double x, double y, double width, double height) { }

    /// <inheritdoc/>
    public override void EndPath() { }

    /// <inheritdoc/>
    public override void ClosePath() { }

    /// <inheritdoc/>
    public override void ModifyClippingIntersect(FillingRule clippingRule) { }

    /// <inheritdoc/>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) { }

    /// <inheritdoc/>
    public override void BeginMarkedContent(
        NameToken name,
        NameToken? propertyDictionaryName,
        DictionaryToken? properties
    ) =>
        spans.Begin(
            propertyDictionaryName is null
                ? properties
                : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName)
        );

    /// <inheritdoc/>
    public override void EndMarkedContent() => spans.End();

    /// <inheritdoc/>
    public override void PaintShading(NameToken shadingName) { }
}
