using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>An anchor of the record, for auditors to hold outside the system.</summary>
public sealed class AnchoredLetter(LinkAddresses addresses) : LetterKind
{
    /// <summary>The argument that names the entry of the cycle's chain.</summary>
    public const string Entry = "entry";

    /// <inheritdoc/>
    public override string Button => "mail.button.dossier";

    /// <inheritdoc/>
    public override bool HasOwnLink => false;

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(LetterDraft draft, CancellationToken cancellation)
    {
        var (page, state) = (draft.Page, draft.Cycle.State);
        var anchor = state.Anchors.Single(anchor => anchor.Sequence == draft.Number(Entry));
        return Task.FromResult<LetterParts?>(
            new LetterParts(page)
            {
                Link = state.Publication is null ? null : addresses.Dossier(draft.Mail.Cycle),
            }
                .Place("day", InstantText.Day(page.Language, anchor.Day))
                .Fact("mail.fact.anchor.at", InstantText.Full(page, anchor.At))
                .Fact("mail.fact.anchor.root", anchor.Root)
                .Fact("mail.fact.anchor.streams", Numbers.Show(page.Language, anchor.Streams))
                .Fact("mail.fact.anchor.entry", Numbers.Show(page.Language, anchor.Sequence))
                .Fact("mail.fact.anchor.hash", anchor.EntryHash)
        );
    }
}
