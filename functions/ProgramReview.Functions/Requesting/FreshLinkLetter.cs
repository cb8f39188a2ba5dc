using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Requesting;

/// <summary>A fresh link, asked for by whoever holds an old one, or sent by operations in place of all old ones.</summary>
public sealed class FreshLinkLetter(IEventStore events, LinkAddresses addresses)
    : ReportLetter(events, addresses)
{
    private readonly LinkAddresses addresses = addresses;

    /// <inheritdoc/>
    public override string Button => "mail.button.open";

    /// <inheritdoc/>
    public override OnHandover OnHandover => OnHandover.IsDropped;

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    ) =>
        AssignmentId.TryParse(draft.Mail.Subject, null, out _)
            ? base.DrawAsync(draft, cancellation)
            : Task.FromResult<LetterParts?>(
                new LetterParts(draft.Page)
                {
                    Link = addresses.Of(LinkPurpose.Decide, draft.Mail.LinkId!),
                }
            );

    /// <inheritdoc/>
    protected override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        IReadOnlyList<Entry> entries,
        AssignmentState state,
        CancellationToken cancellation
    ) =>
        Task.FromResult<LetterParts?>(
            WithInstants(About(draft, state), draft, state, FormerDue(state))
        );
}
