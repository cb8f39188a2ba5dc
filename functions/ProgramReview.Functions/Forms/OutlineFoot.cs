using DocumentFormat.OpenXml.Wordprocessing;
using ProgramReview.Core.Planning;
using Text = ProgramReview.Functions.Web.Pages.Text;

namespace ProgramReview.Functions.Forms;

/// <summary>Where a report ends: who receives it, and who signs.</summary>
internal static class OutlineFoot
{
    /// <summary>Both side by side, as a table without lines.</summary>
    public static Table Of(Language language) =>
        OutlineTable.Of(
            [
                Word.Paragraph(
                    OutlineStyles.Recipients,
                    Word.Run(Text.Get(language, "form.outline.recipients"))
                ),
                Word.Paragraph(
                    OutlineStyles.RecipientList,
                    Word.Hint(Text.Get(language, "form.outline.recipients.hint"))
                ),
            ],
            [
                Word.Paragraph(
                    OutlineStyles.Signature,
                    Word.Hint(Text.Get(language, "form.outline.signature"))
                ),
            ]
        );
}
