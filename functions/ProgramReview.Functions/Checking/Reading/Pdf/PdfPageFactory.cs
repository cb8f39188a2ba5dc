using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>
/// Draws pages within bounds. The library's own pages keep every letter, path and picture until the last is drawn, and a few KB can draw more of them than
/// any memory holds.
/// </summary>
internal sealed class PdfPageFactory(
    IPdfTokenScanner scanner,
    IResourceStore resources,
    ILookupFilterProvider filters,
    IPageContentParser parser,
    ParsingOptions options
)
    : BasePageFactory<PdfPageText>(
        scanner,
        resources,
        filters,
        new BoundedContentParser(parser, BoundedFilters.BudgetOf(options)),
        options
    )
{
    /// <inheritdoc/>
    protected override PdfPageText ProcessPage(
        int pageNumber,
        DictionaryToken dictionary,
        NamedDestinations namedDestinations,
        MediaBox mediaBox,
        CropBox cropBox,
        UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation,
        TransformationMatrix initialMatrix,
        IReadOnlyList<IGraphicsStateOperation> operations
    )
    {
        var drawn = new PdfPageProcessor(
            pageNumber,
            ResourceStore,
            PdfScanner,
            PageContentParser,
            FilterProvider,
            cropBox,
            userSpaceUnit,
            rotation,
            initialMatrix,
            ParsingOptions
        );
        var letters = drawn.Process(pageNumber, operations);
        return new PdfPageText(pageNumber, dictionary, letters, drawn.IsCovered);
    }
}
