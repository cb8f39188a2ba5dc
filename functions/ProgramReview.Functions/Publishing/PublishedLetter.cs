using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Publishing;

/// <summary>The dossier is published.</summary>
public sealed class PublishedLetter(LinkAddresses addresses) : LetterKind
{
    /// <inheritdoc/>
    public override string Button => "mail.button.dossier";

    /// <inheritdoc/>
    public override bool HasOwnLink => false;

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    ) =>
        Task.FromResult<LetterParts?>(
            new LetterParts(draft.Page) { Link = addresses.Dossier(draft.Mail.Cycle) }.Fact(
                "dossier.hash",
                draft.Cycle.State.Publications[0].DossierHash
            )
        );
}
