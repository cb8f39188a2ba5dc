using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Forms;

/// <summary>Where a form is fetched.</summary>
internal static class FormAddress
{
    /// <summary>The last part of its path.</summary>
    public static string Of(FormKind form) =>
        form switch
        {
            FormKind.Outline => "outline",
            FormKind.Annex => "annex",
            FormKind.All => "all",
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form."),
        };

    /// <summary>Its path below that of a personal page, in the language of who reads the page.</summary>
    public static string Of(Uri page, FormKind form, Language language) =>
        $"{page.AbsolutePath}/forms/{Of(form)}?{LanguageChoice.Name}={LanguageTags.TagOf(language)}";
}
