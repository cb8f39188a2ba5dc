using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>Lays a letter out as text and HTML.</summary>
public sealed class MailRenderer(PageRenderer pages)
{
    internal async Task<RenderedMail> RenderAsync(Language language, Letter letter) =>
        new(
            letter.Subject,
            LetterText.Write(letter),
            await pages.RenderAsync<LetterMail>(
                new LetterMailModel(letter, LanguageTags.TagOf(language))
            )
        );
}
