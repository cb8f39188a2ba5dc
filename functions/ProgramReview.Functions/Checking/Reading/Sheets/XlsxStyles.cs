using System.Xml;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>The styles of cells that an xlsx numbers.</summary>
internal sealed class XlsxStyles(ReadingBudget budget)
{
    private readonly Dictionary<int, string> formats = [];
    private readonly List<string?> fonts = [];
    private readonly List<CellStyle> styles = [];

    /// <summary>The style of a number.</summary>
    public CellStyle this[int number] =>
        number >= 0 && number < styles.Count ? styles[number] : CellStyle.Plain;

    /// <summary>Reads the part of styles.</summary>
    public void Read(BoundedXml xml)
    {
        while (xml.Read())
        {
            if (xml.At.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            switch (xml.At.LocalName)
            {
                case "numFmt" when xml.Number("numFmtId") is { } id:
                    formats[id] = xml["formatCode"] ?? "";
                    break;
                case "fonts":
                    foreach (var _ in xml.Within().Where(name => name == "font"))
                    {
                        ReadFont(xml);
                    }
                    break;
                case "cellXfs":
                    foreach (var _ in xml.Within().Where(name => name == "xf"))
                    {
                        ReadStyle(xml);
                    }
                    break;
                case "dxfs" or "cellStyleXfs":
                    xml.Skip();
                    break;
            }
        }
    }

    private void ReadFont(BoundedXml xml)
    {
        string? font = null;
        foreach (var _ in xml.Within().Where(name => name is "name" or "rFont"))
        {
            font = xml["val"];
        }
        fonts.Add(font);
    }

    private void ReadStyle(BoundedXml xml)
    {
        budget.Cell();
        var format = xml.Number("numFmtId") ?? 0;
        var font = xml.Number("fontId") ?? -1;
        styles.Add(
            CellStyle.Of(
                formats.GetValueOrDefault(format) ?? NumberFormats.OfId(format),
                font >= 0 && font < fonts.Count ? fonts[font] : null
            )
        );
    }
}
