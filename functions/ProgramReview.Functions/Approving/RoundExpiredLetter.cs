using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>An approval round expired; operations decide what next.</summary>
public sealed class RoundExpiredLetter(LinkAddresses addresses) : LetterKind
{
    /// <summary>The argument that names the round.</summary>
    public const string Round = "round";

    /// <inheritdoc/>
    public override string Button => "mail.button.status";

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    ) =>
        Task.FromResult<LetterParts?>(
            new LetterParts(draft.Page) { Link = addresses.Status(draft.Mail.Cycle) }.Place(
                "round",
                Numbers.Show(draft.Recipient.Language, draft.Number(Round))
            )
        );
}
