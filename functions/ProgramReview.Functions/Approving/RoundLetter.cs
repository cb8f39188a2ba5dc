using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>A letter that asks an approver to decide; needed while the round is open and this approver has not decided.</summary>
public abstract class RoundLetter(
    LinkAddresses addresses,
    DossierStore dossiers,
    DossierComparison comparison
) : LetterKind
{
    private const string Round = "round";
    private static readonly TimeSpan LinkAfterlife = TimeSpan.FromDays(30);

    /// <inheritdoc/>
    public override string Button => "mail.button.decide";

    /// <summary>The letters to every approver who is asked now.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round.</param>
    /// <param name="reminder">Which reminder, from 1; 0 for the first request.</param>
    public static IEnumerable<MailRequest> To(
        PlanLookup plan,
        CycleRef cycle,
        RoundState round,
        int reminder
    )
    {
        var number = FormattableString.Invariant($"{round.Number}");
        return Quorum
            .Current(plan.Plan.Approval, round)
            .Members.Select(approver => new MailRequest(
                cycle,
                reminder == 0 ? nameof(DecisionRequestLetter) : nameof(DecisionReminderLetter),
                approver,
                Subject: number,
                FormattableString.Invariant($"{cycle.Cycle}-decision-{number}-{reminder}")
            )
            {
                Link = LinkPurpose.Decide,
                LinkExpires = LinkEnds(round),
                Arguments = new Dictionary<string, string> { [Round] = number },
            });
    }

    /// <summary>From when on a link to a round opens nothing any more.</summary>
    internal static DateTimeOffset LinkEnds(RoundState round) =>
        round.Closes.Show(TimeZoneInfo.Utc) + LinkAfterlife;

    /// <inheritdoc/>
    public sealed override async Task<LetterParts?> DrawAsync(
        LetterDraft draft,
        CancellationToken cancellation
    )
    {
        var (page, cycle) = (draft.Page, draft.Cycle);
        var round = cycle.State.Round(draft.Number(Round));
        if (
            round is null
            || Quorum.Decide(cycle.Plan.Plan.Approval, round, draft.Now) is not null
            || HasAnswered(round, draft.Mail.Person)
        )
        {
            return null;
        }
        var parts = new LetterParts(page)
        {
            Link = addresses.Of(LinkPurpose.Decide, draft.Mail.LinkId!),
        }
            .Place("round", Numbers.Show(page.Language, round.Number))
            .Place("round-closes", InstantText.Full(page, round.Closes))
            .Fact("mail.fact.round-closes", InstantText.Full(page, round.Closes))
            .Fact("dossier.hash", round.DossierHash);
        // Whoever had answered wants to know first what became of that.
        return
            cycle.State.RoundBefore(round.Number) is { } last
            && HasAnswered(last, draft.Mail.Person)
            ? parts.Changed(
                ChangeText.Lines(
                    page,
                    await comparison.BetweenAsync(
                        await dossiers.GetAsync(cycle.Ref.Cycle, last.DossierHash, cancellation),
                        await dossiers.GetAsync(cycle.Ref.Cycle, round.DossierHash, cancellation),
                        cancellation
                    )
                )
            )
            : parts;
    }

    private static bool HasAnswered(RoundState round, string person) =>
        round.Decisions.Any(decision => decision.Approver == person);
}
