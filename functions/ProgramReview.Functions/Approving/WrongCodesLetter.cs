using ProgramReview.Core.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Wrong access codes were typed on an approver's page: to the approver, and to operations.</summary>
public sealed class WrongCodesLetter(LinkAddresses addresses) : LetterKind
{
    /// <summary>The argument that names whose page it was.</summary>
    public const string Holder = "holder";

    /// <summary>The argument that says how many there were in all.</summary>
    public const string Wrong = "wrong";

    /// <inheritdoc/>
    public override string Button => "mail.button.status";

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(LetterDraft draft, CancellationToken cancellation)
    {
        var (page, count) = (draft.Page, draft.Number(Wrong));
        var holder = page.Plan!.FindPerson(draft.Mail.Arguments[Holder])!;
        return Task.FromResult<LetterParts?>(
            new LetterParts(page)
            {
                // Only operations can open that page.
                Link =
                    draft.Recipient.Id == page.Plan.Plan.Operations.Id
                        ? addresses.Status(draft.Mail.Cycle)
                        : null,
            }
                .Place("holder", holder.Name.In(page.Language))
                .Place("wrong", Numbers.Show(page.Language, count))
                .Place(
                    "consequence",
                    Text.Get(
                        page.Language,
                        count >= AccessCode.Most
                            ? "mail.wrong-codes.spent"
                            : "mail.wrong-codes.rests"
                    )
                )
        );
    }
}
