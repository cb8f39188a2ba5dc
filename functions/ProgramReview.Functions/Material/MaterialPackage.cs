using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Functions.Forms;

namespace ProgramReview.Functions.Material;

/// <summary>The parts of the Word document that are at hand before its text is written.</summary>
internal static class MaterialPackage
{
    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, byte[] Content)> Of(MaterialContent content)
    {
        var type = $"{PackageParts.Office}.wordprocessingml";
        var owner = content.Plan.Assignments.First(id =>
            id.ReportType == content.Plan.Plan.ConsolidatedReport
        );
        return
        [
            .. PackageParts.Heads(
                content.T("material.title"),
                content.Language,
                ("word/document.xml", $"{type}.document.main+xml"),
                ("word/styles.xml", $"{type}.styles+xml"),
                ("word/settings.xml", $"{type}.settings+xml"),
                ("word/footnotes.xml", $"{type}.footnotes+xml"),
                ("word/header.xml", $"{type}.header+xml")
            ),
            PackageParts.Links(
                "word/_rels/document.xml.rels",
                ("styles", "styles", "styles.xml"),
                ("settings", "settings", "settings.xml"),
                ("footnotes", "footnotes", "footnotes.xml"),
                (OutlinePage.NumberId, "header", "header.xml")
            ),
            PackageParts.Part(
                "word/styles.xml",
                MaterialStyles.Of(
                    content.Plan.Plan.StyleOf(content.Plan.Body(owner.Body)),
                    content.Language
                )
            ),
            PackageParts.Part("word/settings.xml", Settings()),
            PackageParts.Part("word/header.xml", OutlinePage.Number()),
        ];
    }

    private static Settings Settings() =>
        new(
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
        );
}
