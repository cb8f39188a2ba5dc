using System.Xml;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>Reads an xlsx: the cells of all sheets, those that nobody sees included.</summary>
internal static class XlsxReader
{
    private const int MostSheets = 1_000;

    /// <summary>All that rules ask of it.</summary>
    public static ContentFacts Read(FileBytes file, ReadingBudget budget)
    {
        var parts = OfficePart.PartsOf(file);
        var main = OfficePart.MainOf(parts);
        var styles = new XlsxStyles(budget);
        var strings = new XlsxStrings(budget);
        var fonts = new FontTally();
        OfficePart.ReadRelated(parts, main, "styles", budget, styles.Read);
        OfficePart.ReadRelated(parts, main, "sharedStrings", budget, strings.Read);
        var places = parts
            .Relations(main)
            .Where(relation => relation is { Kind: "worksheet", IsExternal: false })
            .DistinctBy(relation => relation.Id)
            .ToDictionary(relation => relation.Id, relation => relation.Target);
        var sheets = new List<AnnexSheet>();
        // Sheets of charts and the like hold no cells.
        foreach (var listed in Listed(parts, main, budget).Where(one => places.ContainsKey(one.Id)))
        {
            var place = places[listed.Id];
            if (!parts.Has(place))
            {
                throw new InvalidDataException("A sheet is not there.");
            }
            var cells = new CellsRead(budget, fonts);
            OfficePart.Read(parts, place, budget, new XlsxSheet(styles, strings, cells).Read);
            sheets.Add(cells.ToSheet(listed.Name, listed.IsHidden));
        }
        return new ContentFacts
        {
            Reader = IContentReader.Version,
            Annex = new AnnexFacts(sheets, fonts.Uses),
            Active = Active.Listed(OfficeActives.Of(parts, budget)),
            Form = OfficeForm.Of(parts, budget),
        };
    }

    private static List<(string Name, string Id, bool IsHidden)> Listed(
        OfficeParts parts,
        string main,
        ReadingBudget budget
    )
    {
        var sheets = new List<(string, string, bool)>();
        OfficePart.Read(
            parts,
            main,
            budget,
            xml =>
            {
                while (xml.Read())
                {
                    if (xml.At is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                    {
                        sheets.Add(
                            (
                                xml["name"] ?? "",
                                xml["id"] ?? "",
                                xml["state"] is "hidden" or "veryHidden"
                            )
                        );
                    }
                }
            }
        );
        return sheets.Count <= MostSheets
            ? sheets
            : throw new ReadingStoppedException(ReadingFault.TooLarge);
    }
}
