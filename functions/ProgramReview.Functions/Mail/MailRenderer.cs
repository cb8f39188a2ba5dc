using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>Turns a kind of mail and its model into subject, text and HTML.</summary>
public sealed class MailRenderer(PageRenderer pages)
{
    /// <summary>Renders a mail in a language.</summary>
    public async Task<RenderedMail> RenderAsync(MailKind kind, Language language, MailModel model)
    {
        var letter = LetterWriter.Write(kind, language, model);
        var html = await pages.RenderAsync<LetterMail>(
            new LetterMailModel(letter, Text.Tag(language))
        );
        return new RenderedMail(letter.Subject, LetterText.Write(letter), html);
    }
}
