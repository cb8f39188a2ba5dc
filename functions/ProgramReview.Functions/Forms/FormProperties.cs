using System.Xml.Linq;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms;

/// <summary>What a form says of itself where people do not write: so a wrong or former one that comes back can be named.</summary>
internal static class FormProperties
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Prefix = "ProgramReview.";

    /// <summary>Which form it is, and its version.</summary>
    public const string Form = Prefix + "Form";

    /// <summary>The assignment that it was made for.</summary>
    public const string Assignment = Prefix + "Assignment";

    /// <summary>The hash of the annex definition that it was made from.</summary>
    public const string Annex = Prefix + "Annex";

    // The format of all properties that are not the standard's own.
    private const string Custom = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

    private const int FirstId = 2;

    /// <summary>Adds the document's title and language, which screen readers tell, and its own properties.</summary>
    public static void Add(
        OpenXmlPackage package,
        string title,
        Language language,
        IEnumerable<KeyValuePair<string, string>> properties
    )
    {
        using (var core = package.AddNewPart<CoreFilePropertiesPart>("core").GetStream())
        {
            Core(title, language).Save(core);
        }
        package.AddNewPart<CustomFilePropertiesPart>("custom").Properties = new Properties(
            properties.Select(
                (one, i) =>
                    new CustomDocumentProperty(new VTLPWSTR(one.Value))
                    {
                        FormatId = Custom,
                        PropertyId = FirstId + i,
                        Name = one.Key,
                    }
            )
        );
    }

    /// <summary>The title and the language as the package states them.</summary>
    public static XElement Core(string title, Language language)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dublin = "http://purl.org/dc/elements/1.1/";
        return new XElement(
            core + "coreProperties",
            new XElement(dublin + "title", title),
            new XElement(dublin + "language", LanguageTags.TagOf(language))
        );
    }
}
