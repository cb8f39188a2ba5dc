using ProgramReview.Core.Approving;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Approving;

/// <summary>Somebody objected to what operations did for their seat; operations see to it.</summary>
public sealed class SeatObjectedLetter(LinkAddresses addresses) : LetterKind
{
    private const string Order = "order";
    private const string Seat = "seat";

    /// <inheritdoc/>
    public override string Button => "mail.button.status";

    /// <summary>What it is drawn from.</summary>
    internal static IReadOnlyDictionary<string, string> About(long order, string seat) =>
        new Dictionary<string, string>
        {
            [Order] = FormattableString.Invariant($"{order}"),
            [Seat] = seat,
        };

    /// <inheritdoc/>
    public override Task<LetterParts?> DrawAsync(LetterDraft draft, CancellationToken cancellation)
    {
        var page = draft.Page;
        var seat = draft.Cycle.Plan.FindPerson(draft.Mail.Arguments[Seat])!.Name.In(page.Language);
        var parts = new LetterParts(page) { Link = addresses.Status(draft.Mail.Cycle) }.Place(
            "seat",
            seat
        );
        foreach (
            var line in SeatOrderText.Lines(
                page,
                ObjectionRules.Find(draft.Cycle.State, draft.Number(Order))!
            )
        )
        {
            parts.Fact(line.Label, line.Value);
        }
        return Task.FromResult<LetterParts?>(parts);
    }
}
