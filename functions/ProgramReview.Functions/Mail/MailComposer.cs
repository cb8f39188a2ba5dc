using System.Globalization;
using Microsoft.Extensions.Options;
using ProgramReview.Core.Approving;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Receipts;
using ProgramReview.Core.Requesting;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;
using ProgramReview.Functions.Receipts;
using ProgramReview.Functions.Web.Links;

namespace ProgramReview.Functions.Mail;

/// <summary>
/// Draws a mail from the record at the moment of sending, and asks there whether it is still needed.
/// </summary>
public sealed class MailComposer(
    IEventStore record,
    Cycles cycles,
    LinkAddresses addresses,
    MailRenderer renderer,
    ReceiptBundles receipts,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    /// <summary>The rendered mail, or null if it is no longer needed.</summary>
    /// <param name="mail">The outbox row.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="language">Another language than the receiver's, for whoever wants to look.</param>
    public async Task<OutgoingMail?> ComposeAsync(
        OutboxMail mail,
        CancellationToken cancellation,
        Language? language = null
    ) =>
        await ComposeAsync(
            mail,
            await cycles.FindAsync(mail.Cycle, cancellation)
                ?? throw new InvalidOperationException($"There is no cycle {mail.Cycle}."),
            cancellation,
            language
        );

    /// <summary>The same for a cycle as it was read just now: its people are those of now.</summary>
    public async Task<OutgoingMail?> ComposeAsync(
        OutboxMail mail,
        RunningCycle cycle,
        CancellationToken cancellation,
        Language? language = null,
        EventStream? known = null
    )
    {
        var plan = cycle.Plan;
        var person =
            plan.FindPerson(mail.Person)
            ?? throw new InvalidOperationException($"The plan knows no person '{mail.Person}'.");
        person = language is { } other ? person with { Language = other } : person;
        var draft = new MailModel
        {
            Plan = plan,
            Recipient = person,
            Now = clock.GetUtcNow(),
        };
        var model = await FillAsync(mail, draft, cycle.State, known, cancellation);
        if (model is null)
        {
            return null;
        }
        var rendered = await renderer.RenderAsync(mail.Kind, person.Language, model);
        return new OutgoingMail(
            mail.Id,
            options.Value.FromName,
            options.Value.FromAddress,
            person.Name.In(person.Language),
            person.Email,
            rendered.Subject,
            rendered.Text,
            rendered.Html,
            person.Language.ToString().ToLowerInvariant()
        )
        {
            Attachments = model.ReceiptFile is { } receipt ? [receipt] : [],
        };
    }

    private async Task<MailModel?> FillAsync(
        OutboxMail mail,
        MailModel draft,
        CycleState cycle,
        EventStream? known,
        CancellationToken cancellation
    ) =>
        mail.Kind switch
        {
            MailKind.DutyTaken => await AboutDutyAsync(mail, draft, cycle, cancellation),
            MailKind.DutyPassed => draft with { Assignment = AssignmentId.Parse(mail.Subject) },
            _ when mail.Arguments.ContainsKey(MailArguments.Command) => await AboutCommandAsync(
                mail,
                draft,
                cycle,
                cancellation
            ),
            MailKind.Returned or MailKind.Extended or MailKind.LateAllowed =>
                await AboutAssignmentAsync(mail, draft, MailOccasion.Request, cycle, cancellation),
            MailKind.Request => await AboutAssignmentAsync(
                mail,
                draft,
                MailOccasion.Request,
                cycle,
                cancellation
            ),
            MailKind.ChangesAsked => await AboutAssignmentAsync(
                mail,
                draft,
                MailOccasion.Request,
                cycle,
                cancellation
            ),
            MailKind.Reminder => await AboutAssignmentAsync(
                mail,
                draft,
                MailOccasion.Reminder,
                cycle,
                cancellation
            ),
            MailKind.Overdue => await AboutAssignmentAsync(
                mail,
                draft,
                MailOccasion.Overdue,
                cycle,
                cancellation
            ),
            MailKind.Received => await AboutSubmissionAsync(mail, draft, known, cancellation),
            MailKind.Refused => await AboutRefusalAsync(mail, draft, known, cancellation),
            MailKind.DecisionRequest or MailKind.DecisionReminder => AboutRound(mail, draft, cycle),
            MailKind.FreshLink => await AboutLinkAsync(mail, draft, cancellation),
            MailKind.RoundExpired => draft with
            {
                Round = RoundOf(mail),
                Link = addresses.Status(mail.Cycle),
            },
            MailKind.Anchored => AboutAnchor(mail, draft, cycle),
            MailKind.Published or MailKind.Ended => AboutEnd(mail, draft, cycle),
            _ => throw new InvalidOperationException($"{mail.Kind} has no composition."),
        };

    private async Task<MailModel?> AboutAssignmentAsync(
        OutboxMail mail,
        MailModel draft,
        MailOccasion occasion,
        CycleState cycle,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(mail.Subject);
        var state = AssignmentState.Of(await record.ReadAsync(assignment.Stream, cancellation));
        return
            StillNeeded.For(occasion, int.Parse(mail.Arguments[MailArguments.Window], null), state)
            && cycle.End is null
            ? WithAssignment(draft, mail, assignment, state)
            : null;
    }

    // What a person decided is told even if things have moved on since; a reminder only to whom still owes.
    private async Task<MailModel?> AboutCommandAsync(
        OutboxMail mail,
        MailModel draft,
        CycleState cycle,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(mail.Subject);
        var entries = await record.ReadAsync(assignment.Stream, cancellation);
        var state = AssignmentState.Of(entries);
        var @event = entries
            .First(entry => entry.Key == mail.Arguments[MailArguments.Command])
            .Event;
        return
            @event is AssignmentEvent.Reminded reminded
            && (
                !StillNeeded.For(MailOccasion.Reminder, reminded.Window, state)
                || cycle.End is not null
            )
            ? null
            : WithAssignment(draft, mail, assignment, state) with
            {
                Comment = null,
                Reason = CommandReason.Of(@event, draft),
                FormerDue = (@event as AssignmentEvent.DueExtended)?.From,
                Submission = @event is AssignmentEvent.Admitted admitted
                    ? state.Submissions.First(one => one.BlobName == admitted.BlobName)
                    : null,
            };
    }

    private async Task<MailModel?> AboutDutyAsync(
        OutboxMail mail,
        MailModel draft,
        CycleState cycle,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(mail.Subject);
        var entries = await record.ReadAsync(assignment.Stream, cancellation);
        var state = AssignmentState.Of(entries);
        if (cycle.End is not null || state.Exemption is not null)
        {
            return null;
        }
        return DutyLetter.Fill(WithAssignment(draft, mail, assignment, state), entries, state);
    }

    private async Task<MailModel?> AboutSubmissionAsync(
        OutboxMail mail,
        MailModel draft,
        EventStream? known,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(mail.Subject);
        var entries = known ?? await record.ReadAsync(assignment.Stream, cancellation);
        var entry = entries.First(entry =>
            entry.Event is AssignmentEvent.SubmissionRecorded { Submission.BlobName: var name }
            && name == mail.Arguments[MailArguments.BlobName]
        );
        var recorded = (AssignmentEvent.SubmissionRecorded)entry.Event;
        var submission = recorded.Submission;
        var state = AssignmentState.Of(entries);
        return WithAssignment(draft, mail, assignment, state) with
        {
            Submission = submission,
            ReceiptNumber = ReceiptNumber.Of(entry),
            ReceiptFile = await ReceiptFileAsync(recorded.Receipt, cancellation),
            Counts = state.Counting == submission,
        };
    }

    private async Task<MailModel?> AboutRefusalAsync(
        OutboxMail mail,
        MailModel draft,
        EventStream? known,
        CancellationToken cancellation
    )
    {
        var assignment = AssignmentId.Parse(mail.Subject);
        var entries = known ?? await record.ReadAsync(assignment.Stream, cancellation);
        var sequence = long.Parse(mail.Arguments[MailArguments.Sequence], null);
        var entry = entries.First(entry => entry.Sequence == sequence);
        var refused = (AssignmentEvent.AttemptRefused)entry.Event;
        return WithAssignment(draft, mail, assignment, AssignmentState.Of(entries)) with
        {
            Refused = refused,
            RefusedAt = entry.RecordedAt,
            ReceiptNumber = ReceiptNumber.Of(entry),
            ReceiptFile = await ReceiptFileAsync(refused.Receipt, cancellation),
        };
    }

    private async Task<MailAttachment?> ReceiptFileAsync(
        string? jws,
        CancellationToken cancellation
    ) =>
        jws is null
            ? null
            : new MailAttachment(
                ReceiptBundles.FileNameOf(Receipt.Parse(jws)),
                ReceiptBundle.ContentType,
                (await receipts.OfAsync(jws, cancellation)).ToBytes()
            );

    private MailModel? AboutRound(OutboxMail mail, MailModel draft, CycleState state)
    {
        var round = state.Round(RoundOf(mail));
        return
            round is null
            || Quorum.Decide(draft.Plan.Plan.Approval, round, draft.Now) is not null
            || round.Decisions.Any(decision => decision.Approver == mail.Person)
            ? null
            : draft with
            {
                Link = addresses.Of(LinkPurpose.Decide, mail.LinkId!),
                Round = round.Number,
                RoundCloses = round.Closes,
                DossierHash = round.DossierHash,
            };
    }

    private async Task<MailModel?> AboutLinkAsync(
        OutboxMail mail,
        MailModel draft,
        CancellationToken cancellation
    )
    {
        if (!AssignmentId.TryParse(mail.Subject, null, out var assignment))
        {
            return draft with
            {
                Link = addresses.Of(LinkPurpose.Decide, mail.LinkId!),
                Round = RoundOf(mail),
            };
        }
        var state = AssignmentState.Of(await record.ReadAsync(assignment.Stream, cancellation));
        return WithAssignment(draft, mail, assignment, state);
    }

    private MailModel AboutEnd(OutboxMail mail, MailModel draft, CycleState state)
    {
        return draft with
        {
            Link = state.Publication is null ? null : addresses.Dossier(mail.Cycle),
            DossierHash = state.Publication?.DossierHash,
            Outcome = state.End?.Outcome,
            Reason = state.End?.Reason,
        };
    }

    private MailModel AboutAnchor(OutboxMail mail, MailModel draft, CycleState state)
    {
        var entry = long.Parse(mail.Arguments[MailArguments.Entry], CultureInfo.InvariantCulture);
        return draft with
        {
            Link = state.Publication is null ? null : addresses.Dossier(mail.Cycle),
            Anchor = state.Anchors.Single(anchor => anchor.Sequence == entry),
        };
    }

    private MailModel WithAssignment(
        MailModel draft,
        OutboxMail mail,
        AssignmentId assignment,
        AssignmentState state
    ) =>
        draft with
        {
            Assignment = assignment,
            Due = draft.Plan.ReportType(assignment.ReportType).DueOf(state),
            Closes = draft.Plan.ReportType(assignment.ReportType).ClosesOf(state),
            Comment = state.Current?.Comment,
            FormerDue = state
                is { Current.Cause: OpeningCause.Extended, Windows: [.., var former, _] }
                ? former.DueInForce
                : null,
            Link = mail.LinkId is { } link ? addresses.Of(LinkPurpose.Upload, link) : null,
        };

    private static int RoundOf(OutboxMail mail) =>
        int.Parse(mail.Arguments[MailArguments.Round], null);
}
