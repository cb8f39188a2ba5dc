using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>Reads a docx.</summary>
internal static class DocxReader
{
    /// <summary>All that rules ask of it.</summary>
    public static ContentFacts Read(FileBytes file, ReadingBudget budget)
    {
        var parts = OfficePart.PartsOf(file);
        var main = OfficePart.MainOf(parts);
        var styles = new DocxStyles();
        var lists = new DocxLists();
        OfficePart.ReadRelated(parts, main, "styles", budget, styles.Read);
        OfficePart.ReadRelated(parts, main, "numbering", budget, lists.Read);
        var body = new DocxBody(styles, lists, budget);
        OfficePart.Read(parts, main, budget, body.Read);
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Document = new DocumentFacts
            {
                Lines = body.Lines,
                Fonts = body.Fonts,
                IsSigned = parts.Related("", "origin").Any(parts.Has),
            },
            Active = Active.Listed([.. OfficeActives.Of(parts, budget), .. body.Fetched]),
            Form = OfficeForm.Of(parts, budget),
        };
    }
}
