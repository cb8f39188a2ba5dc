using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>Draws the decision page from the record.</summary>
public sealed class DecisionView(
    DossierStore dossiers,
    DossierReader reader,
    RoundComparison comparison,
    FigureReader figures,
    LinkAddresses addresses,
    SecondSteps steps,
    LinkTokens tokens,
    PageRenderer renderer,
    FormAnswers presses,
    TimeProvider clock
)
{
    /// <summary>The page of a link.</summary>
    /// <param name="request">Asks for it.</param>
    /// <param name="held">The link.</param>
    /// <param name="answer">What came of the form that was posted, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<PageResult> ShowAsync(
        HttpRequest request,
        HeldLink held,
        FormAnswer? answer,
        CancellationToken cancellation
    ) =>
        new(
            await renderer.RenderAsync<DecisionPage>(
                await ModelAsync(request, held, answer, cancellation)
            )
        );

    private async Task<DecisionPageModel> ModelAsync(
        HttpRequest request,
        HeldLink held,
        FormAnswer? answer,
        CancellationToken cancellation
    )
    {
        var (link, cycle) = held;
        var round = cycle.State.Round(RoundOf(link))!;
        var approval = cycle.Plan.Plan.Approval;
        var approver = cycle.Plan.FindPerson(link.Person)!;
        var seat = SeatOf(held);
        var given = round.AnswerOf(seat);
        var path = addresses.Of(LinkPurpose.Decide, link.Id).AbsolutePath;
        var now = clock.GetUtcNow();
        var mine = cycle.Stream.FirstOrDefault(entry =>
            entry.Event is CycleEvent.Decided decided && decided.Is(given?.Own)
        );
        var dossier = await dossiers.GetAsync(link.Cycle, round.DossierHash, cancellation);
        var open = new OpenDossier(
            cycle.Plan,
            dossier,
            Readers.Participants,
            id => $"{path}/files/{id}"
        );
        var changes = await comparison.OfAsync(cycle, round, open, 1, cancellation);
        var state = StateOf(
            cycle,
            round,
            mine is not null || DecisionRules.IsAnswered(round, seat, now),
            now
        );
        var draft = answer is null ? null : PostedDecision.DraftOf(answer);
        return new DecisionPageModel
        {
            Context = held.Page(request, now),
            Path = path,
            Approver = approver,
            Seat = seat == approver.Id ? null : cycle.Plan.FindPerson(seat),
            Voter =
                given?.Own is { } own && own.Voter != approver.Id
                    ? cycle.Plan.FindPerson(own.Voter)
                    : null,
            Session = given is { Own: null } ? given : null,
            Deputy = round.DeputyOf(seat) is { } deputy
                ? cycle.Plan.FindPerson(deputy.Person)
                : null,
            Deputies =
                round.HolderOf(seat) == approver.Id
                    ? [.. DeputyRules.Free(approval, round, seat)]
                    : [],
            MayNameAnyone =
                approval.DeputyChoice == DeputyChoice.Anyone && round.HolderOf(seat) == approver.Id,
            Press = approval.DeputyChoice == DeputyChoice.Anyone ? presses.NewId() : "",
            DeputyAnswer = answer is { Form: "deputy" } ? answer : null,
            MayRevoke = round.HolderOf(seat) == approver.Id && round.DeputyOf(seat) is not null,
            Round = round.Number,
            Closes = Quorum.Closes(approval, round),
            DossierHash = round.DossierHash,
            DossierPath = $"{path}/dossier",
            Totals = dossier.Totals,
            Consolidated = await reader.LinesAsync(open, [dossier.Consolidated], cancellation),
            Others = await reader.PageAsync(open, PageNumber.Of(request.Query), cancellation),
            Chosen = await reader.LinesAsync(
                open,
                (draft?.Reopen ?? []).Select(part => part.Assignment).Distinct(),
                cancellation
            ),
            Found = await reader.ExceptionsAsync(
                open,
                kind => $"{path}/exceptions/{ExceptionName.Of(kind)}",
                cancellation
            ),
            Figures = dossier.Figures is { } record
                ? await figures.GetAsync(cycle.Plan, record, cancellation)
                : null,
            Since = state is DecisionPageState.Voided or DecisionPageState.Replaced
                ? await comparison.SinceAsync(cycle, round, cancellation)
                : null,
            Changes = changes,
            Voided = cycle.State.Voidings.GetValueOrDefault(round.Number)?.Event,
            Tally = TallyOf(approval, round, now),
            State = state,
            Step = steps.Of(cycle.Plan.Plan).Ask(request, held, round.DossierHash),
            Decided = mine?.Event as CycleEvent.Decided,
            DecidedAt = mine?.RecordedAt,
            AnswerPath = PaperPath(RoundPapers.Answer),
            ResultPath = PaperPath(RoundPapers.Result),
            SeenDigits = tokens.ConfirmationOf(link.Id, round.DossierHash),
            SeenPath = round.Seen.Contains(approver.Id) ? null : $"{path}/seen",
            Outcome = Quorum.Decide(approval, round, now),
            Draft = draft,
            Problems = answer?.Refusals ?? [],
        };

        string? PaperPath(string paper) =>
            RoundPapers.Find(cycle.State, round.Number, approver.Id, paper) is null
                ? null
                : $"{path}/papers/{paper}";
    }

    /// <summary>The stages of a round that were asked, in counts of distinct approvers.</summary>
    public static IReadOnlyList<RoundTally> TallyOf(
        ApprovalPlan plan,
        RoundState round,
        DateTimeOffset now
    ) =>
        [
            .. Quorum
                .Asked(plan, round, now)
                .Select(stage => new RoundTally(
                    stage.Members.Count,
                    stage.Of(DecisionVerdict.Approve),
                    stage.Of(DecisionVerdict.RequestChanges),
                    stage.Of(DecisionVerdict.Reject),
                    stage.Of(DecisionVerdict.Abstain),
                    stage.Of(DecisionVerdict.Recuse),
                    stage.Needed
                )),
        ];

    /// <summary>Who posts the page's form, as the owner of what came of it.</summary>
    public static string OwnerOf(Link link) => $"link:{link.Id}";

    /// <summary>The number of the round that a decision link is about, from 1; its subject is nothing else.</summary>
    public static int RoundOf(Link link) =>
        int.Parse(link.Subject, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// The seat for which the holder of a link may answer, or answered; without one their own id, which every rule refuses unless they are an
    /// approver.
    /// </summary>
    public static string SeatOf(HeldLink held)
    {
        var round = held.Cycle.State.Round(RoundOf(held.Link))!;
        var person = held.Link.Person;
        return Seats.SeatOf(
                round,
                held.Cycle.Plan.Plan.Approval.Approvers.Select(approver => approver.Id),
                person
            )
            ?? round.Decisions.FirstOrDefault(decision => decision.Voter == person)?.Approver
            ?? person;
    }

    private static DecisionPageState StateOf(
        RunningCycle cycle,
        RoundState round,
        bool isAnswered,
        DateTimeOffset now
    ) =>
        round.Outcome == RoundOutcome.Voided ? DecisionPageState.Voided
        : isAnswered ? DecisionPageState.Decided
        : cycle.State.CurrentRound!.Number != round.Number ? DecisionPageState.Replaced
        : Quorum.Decide(cycle.Plan.Plan.Approval, round, now) is not null
            ? DecisionPageState.RoundOver
        : DecisionPageState.Open;
}
