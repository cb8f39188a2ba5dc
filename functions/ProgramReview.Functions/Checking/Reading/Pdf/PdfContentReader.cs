using ProgramReview.Core.Checking.Reading;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>Reads a PDF: the lines of its pages, as they lie on the page.</summary>
internal static class PdfContentReader
{
    /// <summary>All that rules ask of it.</summary>
    public static ContentFacts Read(FileBytes file, ReadingBudget budget)
    {
        var bytes = file.Read(file.SkipBlanks(0), (int)Math.Min(file.Length, int.MaxValue));
        var chains = new PdfChains(budget);
        chains.Look(bytes);
        try
        {
            using var pdf = PdfDocument.Open(
                bytes,
                new ParsingOptions
                {
                    SkipMissingFonts = true,
                    MaxStackDepth = budget.Limits.Depth,
                    FilterProvider = new BoundedFilters(budget, chains),
                }
            );
            var facts = Read(pdf, budget);
            // What stopped it may have been taken for a fault of one piece, and passed over.
            budget.Look();
            return facts;
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new ReadingStoppedException(ReadingFault.Locked);
        }
        catch (PdfDocumentStackDepthException)
        {
            throw new ReadingStoppedException(ReadingFault.TooDeep);
        }
#pragma warning disable CA1031 // A broken file makes the library throw anything; each is the same fact.
        catch (Exception broken)
            when (broken
                    is not (
                        ReadingStoppedException
                        or OperationCanceledException
                        or OutOfMemoryException
                        or IOException
                    )
            )
#pragma warning restore CA1031
        {
            budget.Look();
            throw new InvalidDataException("It is no whole PDF.", broken);
        }
    }

    private static ContentFacts Read(PdfDocument pdf, ReadingBudget budget)
    {
        if (pdf.NumberOfPages > budget.Limits.Pages)
        {
            throw new ReadingStoppedException(ReadingFault.TooLarge);
        }
        var pages = new List<PdfPageLines>();
        var fonts = new PdfFonts();
        var objects = new PdfObjects(pdf, budget);
        pdf.AddPageFactory<PdfPageText, PdfPageFactory>();
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            budget.Look();
            var page = pdf.GetPage<PdfPageText>(number);
            pages.Add(PdfPageLines.Of(page, fonts));
            objects.LookAt(page);
        }
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Document = new DocumentFacts
            {
                Lines = [.. PdfEdges.Without(pages).Where(line => !ContentsLine.Is(line.Text))],
                Fonts = fonts.Tally.Uses,
                Pages = pages.Count,
                PicturePages = [.. pages.Where(page => page.IsPicture).Select(page => page.Number)],
                IsSigned = objects.IsSigned,
            },
            Active = Active.Listed(objects.Active),
        };
    }
}
