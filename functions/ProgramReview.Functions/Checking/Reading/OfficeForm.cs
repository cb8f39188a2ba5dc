using System.Xml;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Finds among the properties of an Office file what one of our forms wrote there.</summary>
internal static class OfficeForm
{
    /// <summary>The mark, or null without one.</summary>
    public static FormMark? Of(OfficeParts parts, ReadingBudget budget)
    {
        var marks = new FormMarks();
        OfficePart.ReadRelated(
            parts,
            "",
            "custom-properties",
            budget,
            xml =>
            {
                while (xml.Read())
                {
                    if (
                        xml.At is { NodeType: XmlNodeType.Element, LocalName: "property" }
                        && xml["name"] is { } name
                        && FormMarks.Are(name)
                    )
                    {
                        marks.Add(name, xml.Text());
                    }
                }
            }
        );
        return marks.All;
    }
}
