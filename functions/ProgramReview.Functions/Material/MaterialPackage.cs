using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Forms;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Material;

/// <summary>The parts around what is written as it comes. A package of the SDK must be held whole before it can be sent, which this one is not.</summary>
internal static class MaterialPackage
{
    private const string Office = "application/vnd.openxmlformats-officedocument";
    private const string Relation =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XNamespace Types =
        "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly XNamespace Relations =
        "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Those of the Word document.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Document(MaterialContent content)
    {
        var word = $"{Office}.wordprocessingml";
        yield return ContentTypes(
            ("/word/document.xml", $"{word}.document.main+xml"),
            ("/word/styles.xml", $"{word}.styles+xml"),
            ("/word/settings.xml", $"{word}.settings+xml"),
            ("/word/footnotes.xml", $"{word}.footnotes+xml"),
            ("/word/header.xml", $"{word}.header+xml")
        );
        yield return Roots("word/document.xml");
        yield return Core(content);
        yield return Links(
            "word/_rels/document.xml.rels",
            ("styles", "styles", "styles.xml"),
            ("settings", "settings", "settings.xml"),
            ("footnotes", "footnotes", "footnotes.xml"),
            (OutlinePage.NumberId, "header", "header.xml")
        );
        var owner = content.Plan.Assignments.First(id =>
            id.ReportType == content.Plan.Plan.ConsolidatedReport
        );
        yield return Part(
            "word/styles.xml",
            MaterialStyles.Of(
                content.Plan.Plan.StyleOf(content.Plan.Body(owner.Body)),
                content.Language
            )
        );
        yield return Part(
            "word/settings.xml",
            new Settings(
                new FootnoteDocumentWideProperties(
                    new FootnoteSpecialReference { Id = -1 },
                    new FootnoteSpecialReference { Id = 0 }
                ),
                new Compatibility(
                    new CompatibilitySetting
                    {
                        Name = CompatSettingNameValues.CompatibilityMode,
                        Uri = "http://schemas.microsoft.com/office/word",
                        Val = "15",
                    }
                )
            )
        );
        yield return Part("word/header.xml", OutlinePage.Number());
    }

    /// <summary>Those of the workbook.</summary>
    /// <param name="content">The material.</param>
    /// <param name="sheets">The names of its sheets, in order.</param>
    public static IEnumerable<(string Name, byte[] Content)> Workbook(
        MaterialContent content,
        IReadOnlyList<string> sheets
    )
    {
        var sheet = $"{Office}.spreadsheetml";
        yield return ContentTypes([
            ("/xl/workbook.xml", $"{sheet}.sheet.main+xml"),
            ("/xl/styles.xml", $"{sheet}.styles+xml"),
            .. sheets.Select((_, i) => ("/" + SheetName(i), $"{sheet}.worksheet+xml")),
        ]);
        yield return Roots("xl/workbook.xml");
        yield return Core(content);
        yield return Links(
            "xl/_rels/workbook.xml.rels",
            [
                ("styles", "styles", "styles.xml"),
                .. sheets.Select(
                    (_, i) => ($"sheet{i + 1}", "worksheet", SheetName(i)["xl/".Length..])
                ),
            ]
        );
        yield return Part("xl/styles.xml", AnnexStyles.Sheet());
        yield return Part(
            "xl/workbook.xml",
            new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                    sheets.Select(
                        (name, i) =>
                            new DocumentFormat.OpenXml.Spreadsheet.Sheet
                            {
                                Name = name,
                                SheetId = (uint)(i + 1),
                                Id = $"sheet{i + 1}",
                            }
                    )
                )
            )
        );
    }

    /// <summary>The part that holds a sheet.</summary>
    /// <param name="index">From 0.</param>
    public static string SheetName(int index) =>
        FormattableString.Invariant($"xl/worksheets/sheet{index + 1}.xml");

    private static (string, byte[]) ContentTypes(
        params IReadOnlyList<(string Part, string Type)> parts
    ) =>
        (
            "[Content_Types].xml",
            Bytes(
                new XElement(
                    Types + "Types",
                    new XElement(
                        Types + "Default",
                        new XAttribute("Extension", "rels"),
                        new XAttribute(
                            "ContentType",
                            "application/vnd.openxmlformats-package.relationships+xml"
                        )
                    ),
                    parts
                        .Append(
                            (
                                "/docProps/core.xml",
                                "application/vnd.openxmlformats-package.core-properties+xml"
                            )
                        )
                        .Select(one => new XElement(
                            Types + "Override",
                            new XAttribute("PartName", one.Item1),
                            new XAttribute("ContentType", one.Item2)
                        ))
                )
            )
        );

    private static (string, byte[]) Roots(string main) =>
        (
            "_rels/.rels",
            Bytes(
                new XElement(
                    Relations + "Relationships",
                    Link("main", $"{Relation}/officeDocument", main),
                    Link(
                        "core",
                        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                        "docProps/core.xml"
                    )
                )
            )
        );

    private static (string, byte[]) Links(
        string name,
        params IReadOnlyList<(string Id, string Kind, string Target)> links
    ) =>
        (
            name,
            Bytes(
                new XElement(
                    Relations + "Relationships",
                    links.Select(link => Link(link.Id, $"{Relation}/{link.Kind}", link.Target))
                )
            )
        );

    private static XElement Link(string id, string type, string target) =>
        new(
            Relations + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", type),
            new XAttribute("Target", target)
        );

    private static (string, byte[]) Core(MaterialContent content) =>
        (
            "docProps/core.xml",
            Bytes(FormProperties.Core(content.T("material.title"), content.Language))
        );

    private static (string, byte[]) Part(string name, OpenXmlElement root) =>
        (name, Encoding.UTF8.GetBytes(root.OuterXml));

    private static byte[] Bytes(XElement root)
    {
        using var bytes = new MemoryStream();
        root.Save(bytes);
        return bytes.ToArray();
    }
}
