using ProgramReview.Core.Checking.Reading;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Logging;
using UglyToad.PdfPig.Parser;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>Takes apart what a page or a form of it draws, if that is not too much: two letters may become an order that takes twenty times as much.</summary>
internal sealed class BoundedContentParser(IPageContentParser parser, ReadingBudget budget)
    : IPageContentParser
{
    /// <inheritdoc/>
    public IReadOnlyList<IGraphicsStateOperation> Parse(
        int pageNumber,
        IInputBytes inputBytes,
        ILog logger
    )
    {
        budget.Look();
        return inputBytes.Length > budget.Limits.PageContent
            ? throw budget.Stop(ReadingFault.TooLarge)
            : parser.Parse(pageNumber, inputBytes, logger);
    }
}
