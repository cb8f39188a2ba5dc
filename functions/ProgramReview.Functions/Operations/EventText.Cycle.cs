using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <content>What is put on record of a cycle.</content>
public static partial class EventText
{
    private static string Show(PageContext context, CycleEvent @event)
    {
        string T(string key, params object?[] arguments) =>
            Text.Get(context.Language, key, arguments);

        return @event switch
        {
            CycleEvent.Started one => T("event.cycle-started", one.By, one.PlanVersion),
            CycleEvent.DossierCompiled one => T("event.dossier-compiled", one.Round),
            CycleEvent.RoundOpened one => T(
                "event.round-opened",
                one.Round,
                InstantText.Full(context, one.Closes)
            ),
            CycleEvent.Decided one => T(
                "event.decided",
                one.Person is { } voter
                    ? T("seat.for", Person(context, voter), Person(context, one.Approver))
                    : Person(context, one.Approver),
                Text.Word(context.Language, one.Verdict),
                one.Round
            ) + Named(one.Reopen.Select(id => Part(context, id))),
            CycleEvent.DeputyNamed { By: null } one => T(
                "event.deputy-asked",
                Person(context, one.Person),
                Person(context, one.Seat),
                one.Round
            ),
            CycleEvent.DeputyNamed one => T(
                "event.deputy-named",
                Person(context, one.By),
                Person(context, one.Person),
                Person(context, one.Seat),
                one.Round
            ),
            CycleEvent.DeputyRevoked one => T(
                "event.deputy-revoked",
                Person(context, one.Person),
                Person(context, one.Seat),
                one.Round
            ),
            CycleEvent.SeatPassed one => T(
                "event.seat-passed",
                one.Terms.By,
                Person(context, one.Seat),
                Person(context, one.From),
                Person(context, one.To)
            ),
            CycleEvent.MeetingRecorded one => T(
                "event.meeting-recorded",
                one.Terms.By,
                one.Round,
                InstantText.Full(context, one.Held),
                string.Join(
                    "; ",
                    one.Answers.Select(answer =>
                        $"{Person(context, answer.Seat)}: {Text.Word(context.Language, answer.Verdict)}"
                    )
                )
            ),
            CycleEvent.MinutesScanned one => T(
                "event.minutes-scanned",
                one.Result.Scanner,
                Text.Word(context.Language, one.Result.Verdict)
            ),
            CycleEvent.SeatsConfirmed one => T("event.seats-confirmed", one.By, one.Order),
            CycleEvent.SeatObjected one => T(
                "event.seat-objected",
                Person(context, one.Person),
                one.Order,
                Person(context, one.Seat)
            ),
            CycleEvent.RequestSeen one => T(
                "event.request-seen",
                Person(context, one.Person),
                one.Round
            ),
            CycleEvent.AccessCodeIssued one => T(
                "event.access-code-issued",
                Person(context, one.By),
                Person(context, one.Person),
                one.Number
            ),
            CycleEvent.AccessCodeFailed one => T(
                "event.access-code-failed",
                Person(context, one.Person)
            ),
            CycleEvent.StageOpened one => T(
                "event.stage-opened",
                one.Round,
                one.Stage,
                InstantText.Full(context, one.Closes)
            ),
            CycleEvent.RoundExtended one => T(
                "event.round-extended",
                one.Round,
                InstantText.Full(context, one.Closes)
            ),
            CycleEvent.RoundEnded one => T(
                "event.round-ended",
                one.Round,
                Text.Word(context.Language, one.Outcome)
            ),
            CycleEvent.RoundVoided one => T(
                "event.round-voided",
                one.Round,
                ChangeText.Why(context, one)
            ),
            CycleEvent.EditionOpened one => T(
                "event.edition-opened",
                one.Number,
                ChangeText.Why(context, one)
            ),
            CycleEvent.NextStepChosen one => T(
                "event.next-step-chosen",
                one.By,
                Text.Word(context.Language, one.Step),
                one.AfterRound
            ),
            CycleEvent.Reopened one => T(
                "event.reopened",
                Person(context, one.By),
                Assignment(context, one.Assignment),
                Text.Word(context.Language, one.Cause),
                InstantText.Full(context, one.FormerDue),
                InstantText.Full(context, one.Due),
                InstantText.Full(context, one.Closes)
            ) + Named([PartsOf(context, one.Assignment, one.Parts)]),
            CycleEvent.DutyPassed one => T(
                "event.duty-passed",
                Person(context, one.By),
                context.Plan?.Body(one.Body).Name.In(context.Language) ?? one.Body,
                Person(context, one.From),
                Person(context, one.To)
            ),
            CycleEvent.ContactErased one => T(
                "event.contact-erased",
                Person(context, one.By),
                one.Person
            ),
            CycleEvent.RetryOrdered one => T(
                "event.retry-ordered",
                Person(context, one.By),
                one.Instance
            ),
            CycleEvent.ResendOrdered one => T(
                "event.resend-ordered",
                Person(context, one.By),
                Numbers.Show(context.Language, one.Letters)
            ),
            CycleEvent.OutageDeclared one => T(
                "event.outage-declared",
                Person(context, one.By),
                InstantText.Full(context, one.Window.From),
                InstantText.Full(context, one.Window.To),
                Numbers.Show(context.Language, one.Hours)
            ),
            CycleEvent.OutageApplied one => T(
                "event.outage-applied",
                one.Declared,
                Numbers.Show(context.Language, one.Moved),
                Numbers.Show(context.Language, one.Moved + one.Stayed.Sum(stays => stays.Count)),
                Stays(context.Language, one.Stayed)
            ),
            CycleEvent.MaterialAsked { By: { } by } => T(
                "event.material-asked",
                Person(context, by)
            ),
            CycleEvent.MaterialAsked => T("event.material-asked.by-itself"),
            CycleEvent.MaterialMade one => T(
                "event.material-made",
                one.Asked,
                Numbers.Show(context.Language, one.Reports),
                Numbers.Show(context.Language, one.Changed)
            ),
            CycleEvent.DossierRendered one => T(
                "event.dossier-rendered",
                one.DossierHash,
                one.Index
            ),
            CycleEvent.LettersSent one => T("event.letters-sent", one.Order),
            CycleEvent.HealthGap one => T(
                "event.health-gap",
                InstantText.Full(context, one.Window.From),
                InstantText.Full(context, one.Window.To)
            ),
            CycleEvent.ProcessFailed one => T("event.process-failed", one.Instance),
            CycleEvent.Published one => T("event.published", one.DossierHash),
            CycleEvent.Ended { By: { } by } => T("event.cycle-stopped", Person(context, by)),
            CycleEvent.Ended one => T(
                "event.cycle-ended",
                Text.Word(context.Language, one.Outcome)
            ),
            CycleEvent.Mailed one => Mailed(context, one.Kind, one.Person, one.Result),
            CycleEvent.Corrected one => T(
                "event.corrected",
                one.Sequence,
                Person(context, one.By),
                one.Text
            ),
            CycleEvent.FiguresMended one => T(
                "event.figures-mended",
                string.Join(
                    ", ",
                    one.Nodes.Select(node => FanOutNode.Parse(node, null).Body)
                        .Distinct()
                        .Select(body => body.Length == 0 ? "~" : body)
                )
            ),
            CycleEvent.Anchored one => T(
                "event.anchored",
                Numbers.Show(context.Language, one.Streams),
                one.Root,
                InstantText.Day(context.Language, one.Day),
                Text.Word(context.Language, one.Cause)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "Unknown fact."),
        };
    }
}
