using System.Xml;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Finds among the properties of an Office file what one of our forms wrote there.</summary>
internal static class OfficeForm
{
    private const int MostLetters = 200;

    /// <summary>The mark, or null without one.</summary>
    public static FormMark? Of(OfficeParts parts, ReadingBudget budget)
    {
        var found = new Dictionary<string, string>();
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
                        && name.StartsWith(FormProperties.Prefix, StringComparison.Ordinal)
                    )
                    {
                        var value = xml.Text().Trim();
                        found[name] = value[..Math.Min(value.Length, MostLetters)];
                    }
                }
            }
        );
        var mark = new FormMark(
            found.GetValueOrDefault(FormProperties.Form),
            found.GetValueOrDefault(FormProperties.Assignment),
            found.GetValueOrDefault(FormProperties.Annex)
        );
        return mark == new FormMark(null, null, null) ? null : mark;
    }
}
