using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>The cycle ended without publication.</summary>
public sealed class EndedLetter : LetterKind
{
    /// <inheritdoc/>
    public override string Button => "mail.button.status";

    /// <inheritdoc/>
    public override bool HasOwnLink => false;

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(LetterDraft draft, CancellationToken cancellation)
    {
        var end = draft.Cycle.State.End!;
        return Task.FromResult<LetterParts?>(
            new LetterParts(draft.Page)
                .Place("outcome", Text.Word(draft.Recipient.Language, end.Outcome))
                .Quoting(end.Reason)
        );
    }
}
