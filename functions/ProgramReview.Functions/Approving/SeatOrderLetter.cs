using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Operations did something for seats of approvers; whoever has one of them may object by the link.</summary>
public abstract class SeatOrderLetter(LinkAddresses addresses) : LetterKind
{
    private const string Order = "order";

    /// <inheritdoc/>
    public override string Button => "mail.button.object";

    /// <summary>What such a letter is drawn from.</summary>
    internal static IReadOnlyDictionary<string, string> About(SeatOrder order) =>
        new Dictionary<string, string>
        {
            [Order] = FormattableString.Invariant($"{order.Sequence}"),
        };

    /// <inheritdoc/>
    public sealed override Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    )
    {
        var (page, plan) = (draft.Page, draft.Cycle.Plan);
        var order = ObjectionRules.Find(draft.Cycle.State, draft.Number(Order))!;
        var parts = new LetterParts(page)
        {
            Link = draft.Mail.LinkId is { } link ? addresses.Of(LinkPurpose.Objection, link) : null,
        }
            .Place("hours", Numbers.Show(page.Language, order.Terms.Hours))
            .Quoting(order.Terms.Reason);
        foreach (var line in SeatOrderText.Lines(page, order))
        {
            parts.Fact(line.Label, line.Value);
        }
        return Task.FromResult<LetterParts?>(parts);
    }
}
