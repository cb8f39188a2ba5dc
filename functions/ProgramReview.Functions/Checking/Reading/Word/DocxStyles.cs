using System.Xml;

namespace ProgramReview.Functions.Checking.Reading.Word;

/// <summary>The styles of a docx, each resolved along those it is based on; what stands in a circle ends where it began.</summary>
internal sealed class DocxStyles
{
    private const int MostBases = 32;
    private readonly Dictionary<string, Written> written = [];
    private readonly Dictionary<string, DocxStyle> resolved = [];
    private string? usual;

    /// <summary>What holds where nothing else is said.</summary>
    public RunLook Default { get; private set; }

    /// <summary>The style of a paragraph.</summary>
    public DocxStyle Paragraph(string? id) =>
        Of(id is not null && written.ContainsKey(id) ? id : usual);

    /// <summary>The style of letters, or none.</summary>
    public DocxStyle Letters(string? id) => Of(id);

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
                case "rPrDefault":
                    foreach (var _ in xml.Within().Where(name => name == "rPr"))
                    {
                        Default = RunLook.Read(xml);
                    }
                    break;
                case "style":
                    ReadStyle(xml);
                    break;
            }
        }
    }

    private void ReadStyle(BoundedXml xml)
    {
        var id = xml["styleId"] ?? "";
        if (xml["type"] == "paragraph" && xml["default"] is not (null or "0" or "false"))
        {
            usual = id;
        }
        var style = new Written(null, DocxStyle.None);
        foreach (var name in xml.Within())
        {
            if (name == "tblStylePr")
            {
                xml.Skip();
                continue;
            }
            style = name switch
            {
                "name" => style with
                {
                    Style = style.Style with { Name = xml["val"]?.ToLowerInvariant() ?? "" },
                },
                "basedOn" => style with { Base = xml["val"] },
                "rPr" => style with { Style = style.Style with { Letters = RunLook.Read(xml) } },
                "pPr" => style with
                {
                    Style = style.Style with { Paragraph = ParagraphLook.Read(xml) },
                },
                _ => style,
            };
        }
        written[id] = style with
        {
            Style = style.Style with { Paragraph = style.Style.Paragraph with { Style = id } },
        };
    }

    private DocxStyle Of(string? id)
    {
        if (id is null || !written.TryGetValue(id, out var one))
        {
            return DocxStyle.None;
        }
        if (resolved.TryGetValue(id, out var known))
        {
            return known;
        }
        var style = one.Style;
        for (
            var (next, count) = (one.Base, 0);
            next is not null && written.TryGetValue(next, out var below) && count < MostBases;
            next = below.Base, count++
        )
        {
            style = style with
            {
                Letters = style.Letters.Over(below.Style.Letters),
                Paragraph = style.Paragraph.Over(below.Style.Paragraph),
            };
        }
        return resolved[id] = style;
    }

    private sealed record Written(string? Base, DocxStyle Style);
}
