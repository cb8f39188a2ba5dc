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
    ) =>
        Quorum
            .SeatsOf(plan.Plan.Approval, round)
            .SelectMany(seat => Seats.VotersOf(round, seat))
            .Select(person =>
                To(
                    cycle,
                    round,
                    reminder == 0 ? nameof(DecisionRequestLetter) : nameof(DecisionReminderLetter),
                    person,
                    FormattableString.Invariant($"{reminder}")
                )
            );

    /// <summary>A letter with a link of its own to somebody who may answer.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="round">The round.</param>
    /// <param name="kind">The name of the letter's type.</param>
    /// <param name="person">The person's id.</param>
    /// <param name="why">What calls for it, within the round.</param>
    internal static MailRequest To(
        CycleRef cycle,
        RoundState round,
        string kind,
        string person,
        string why
    )
    {
        var number = FormattableString.Invariant($"{round.Number}");
        return new MailRequest(
            cycle,
            kind,
            person,
            Subject: number,
            $"{cycle.Cycle}-decision-{number}-{why}"
        )
        {
            Link = LinkPurpose.Decide,
            LinkExpires = LinkEnds(round),
            Arguments = new Dictionary<string, string> { [Round] = number },
        };
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
        var approval = cycle.Plan.Plan.Approval;
        if (
            cycle.State.Round(draft.Number(Round)) is not { } round
            || Quorum.Decide(approval, round, draft.Now) is not null
            || Seats.SeatOf(round, Quorum.SeatsOf(approval, round), draft.Mail.Person)
                is not { } seat
            || DecisionRules.IsAnswered(round, seat, draft.Now)
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
            .Place("seat", cycle.Plan.FindPerson(seat)!.Name.In(page.Language))
            .Fact(
                "mail.fact.seat",
                seat == draft.Mail.Person
                    ? null
                    : cycle.Plan.FindPerson(seat)!.Name.In(page.Language)
            )
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
        round.Decisions.Any(decision => decision.Voter == person);
}
