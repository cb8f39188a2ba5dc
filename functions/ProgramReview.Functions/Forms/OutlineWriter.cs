using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;
using Body = DocumentFormat.OpenXml.Wordprocessing.Body;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>Writes the form of a report's text as a Word document in one language.</summary>
internal static class OutlineWriter
{
    /// <summary>Which form it is, and the version of its layout.</summary>
    public const string Form = "outline/1";

    private const string MainType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>The whole file.</summary>
    public static byte[] Write(OutlineForm form, Language language) =>
        FormPackage.Of(stream =>
        {
            using var package = WordprocessingDocument.Create(
                stream,
                WordprocessingDocumentType.Document
            );
            var main = package.AddNewPart<MainDocumentPart>(MainType, "document");
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = OutlineStyles.Of(
                form.Style,
                language
            );
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
            main.AddNewPart<HeaderPart>(OutlinePage.NumberId).Header = OutlinePage.Number();
            main.Document = new Document(new Body(Content(form, language)));
            FormProperties.Add(
                package,
                FormText.Clean(form.Title.In(language)),
                language,
                new Dictionary<string, string>
                {
                    [FormProperties.Form] = Form,
                    [FormProperties.Assignment] = form.Assignment.ToString(),
                }
            );
        });

    private static IEnumerable<OpenXmlElement> Content(OutlineForm form, Language language) =>
        [
            OutlineHead.Of(form, language),
            .. OutlineTitle.Of(form, language),
            Word.Paragraph(OutlineStyles.Prose, Word.Hint(Text.Get(language, "form.outline.how"))),
            .. form.Sections.SelectMany((section, i) => Section(section, i + 1, language)),
            OutlineFoot.Of(language),
            OutlinePage.Of(),
        ];

    private static IEnumerable<OpenXmlElement> Section(
        OutlineFormSection asked,
        int number,
        Language language
    )
    {
        var heading = Word.Run(
            $"{asked.Number} {FormText.Clean(asked.Section.Title.In(language))}"
        );
        yield return Word.Paragraph(
            OutlineStyles.Heading,
            asked.Section.Code is { } code ? OutlineMark.Around(heading, code, number) : [heading]
        );
        yield return Word.Paragraph(
            OutlineStyles.Prose,
            Word.Hint(HintOf(asked.Section, language))
        );
    }

    private static string HintOf(OutlineSection section, Language language)
    {
        var hint = Text.Get(
            language,
            section.Required switch
            {
                true => "form.outline.hint.required",
                false => "form.outline.hint.optional",
                null => "form.outline.hint",
            }
        );
        return section.TooShort is { } letters
            ? $"{hint} {Text.Count(language, "form.outline.hint.letters", letters)}"
            : hint;
    }

    // Otherwise Word opens the form in the mode of an older version.
    private static Settings Settings() =>
        new(
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
