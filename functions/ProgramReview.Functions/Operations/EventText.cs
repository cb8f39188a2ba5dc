using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>Events of the record as sentences.</summary>
public static class EventText
{
    /// <summary>The event as a sentence in the reader's language.</summary>
    /// <param name="context">The reader.</param>
    /// <param name="event">The event.</param>
    /// <param name="about">The assignment whose event it is, or null for one of the cycle.</param>
    public static string Show(PageContext context, Event @event, AssignmentId? about) =>
        @event switch
        {
            AssignmentEvent one => Parts(context, one, about) is { } parts
                ? $"{parts}: {Show(context, one)}"
                : Show(context, one),
            CycleEvent one => Show(context, one),
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "Unknown fact."),
        };

    /// <summary>How many deadlines an outage did not move, reason by reason; each begins with a blank.</summary>
    public static string Stays(Language language, IReadOnlyList<OutageStays> stayed) =>
        string.Concat(
            stayed.Select(one =>
                $" {Text.Word(language, one.Why)}: {Numbers.Show(language, one.Count)}."
            )
        );

    private static string Show(PageContext context, AssignmentEvent @event)
    {
        string T(string key, params object?[] arguments) =>
            Text.Get(context.Language, key, arguments);

        return @event switch
        {
            AssignmentEvent.Opened { By: { } by } one => T(
                "event.opened-by",
                Text.Word(context.Language, one.Cause),
                InstantText.Full(context, one.Due),
                InstantText.Full(context, one.Closes),
                Person(context, by)
            ),
            AssignmentEvent.Opened one => T(
                "event.opened",
                Text.Word(context.Language, one.Cause),
                InstantText.Full(context, one.Due),
                InstantText.Full(context, one.Closes)
            ),
            AssignmentEvent.UploadPermitted { OnBehalf: { } behalf } one => T(
                "event.on-behalf",
                Person(context, behalf.By),
                one.FileName,
                InstantText.Full(context, behalf.Arrived)
            ),
            AssignmentEvent.UploadPermitted one => T(
                "event.upload-permitted",
                one.FileName,
                Person(context, one.Person),
                InstantText.Full(context, one.Expires)
            ),
            AssignmentEvent.SubmissionRecorded
            {
                Submission: { OnBehalf: { } behalf, EvidenceStored: { } stored } one
            } => T(
                "event.submission-on-behalf",
                one.FileName,
                Numbers.Size(context.Language, one.Size),
                InstantText.Full(context, behalf.Arrived),
                Text.Word(context.Language, one.Judgement.Verdict),
                Person(context, behalf.By),
                InstantText.Full(context, stored)
            ),
            AssignmentEvent.SubmissionRecorded { Submission: var one } => T(
                "event.submission-recorded",
                one.FileName,
                Numbers.Size(context.Language, one.Size),
                InstantText.Full(context, one.Judgement.Committed),
                Text.Word(context.Language, one.Judgement.Verdict),
                Text.Word(context.Language, one.Channel)
            ),
            AssignmentEvent.Scanned one => T(
                "event.scanned",
                one.BlobName,
                one.Result.Scanner,
                Text.Word(context.Language, one.Result.Verdict)
            ),
            AssignmentEvent.Checked one => T(
                "event.checked",
                one.BlobName,
                Numbers.Show(context.Language, one.Check.Findings.Count),
                Numbers.Show(
                    context.Language,
                    one.Check.Findings.Count(finding => finding.Severity >= Severity.Error)
                )
            ),
            AssignmentEvent.PairCompared one => T(
                "event.pair-compared",
                one.BlobName,
                one.Pair.BlobName,
                Numbers.Show(context.Language, one.Pair.Findings.Count)
            ),
            AssignmentEvent.FiguresCompared one => T(
                "event.figures-compared",
                one.BlobName,
                Numbers.Show(context.Language, one.Findings.Count)
            ),
            AssignmentEvent.Explained { By: { } by } one => T(
                "event.explained-by",
                Person(context, by),
                FindingText.Fault(context.Language, Finding.CodeOf(one.Finding))
            ),
            AssignmentEvent.Explained one => T(
                "event.explained",
                Person(context, one.Person ?? ""),
                FindingText.Fault(context.Language, Finding.CodeOf(one.Finding))
            ),
            AssignmentEvent.Overruled one => T(
                "event.overruled",
                Person(context, one.By),
                FindingText.Fault(context.Language, Finding.CodeOf(one.Finding)),
                one.BlobName
            ),
            AssignmentEvent.AttemptRefused one => T(
                "event.attempt-refused",
                Person(context, one.Person),
                one.FileName ?? "–",
                one.Code
            ),
            AssignmentEvent.DueExtended { Outage: { } outage } one => T(
                "event.due-moved-by-outage",
                InstantText.Full(context, one.From),
                InstantText.Full(context, one.To),
                InstantText.Full(context, outage.From),
                InstantText.Full(context, outage.To),
                Person(context, one.By)
            ),
            AssignmentEvent.DueExtended one => T(
                "event.due-extended",
                Person(context, one.By),
                InstantText.Full(context, one.From),
                InstantText.Full(context, one.To)
            ),
            AssignmentEvent.Exempted one => T("event.exempted", Person(context, one.By)),
            AssignmentEvent.Admitted one => T(
                "event.admitted",
                Person(context, one.By),
                one.BlobName,
                InstantText.Full(context, one.Judgement.Committed),
                Text.Word(context.Language, one.Judgement.Verdict)
            ),
            AssignmentEvent.ReturnAsked one => T("event.return-asked", Person(context, one.By)),
            AssignmentEvent.Reminded one => T("event.reminded", Person(context, one.By)),
            AssignmentEvent.LinksReissued one => T("event.links-reissued", Person(context, one.By)),
            AssignmentEvent.WindowEnded { Unexplained: { Count: > 0 } unexplained } one => T(
                "event.window-ended-unexplained",
                Text.Word(context.Language, one.Outcome),
                Numbers.Show(context.Language, unexplained.Count)
            ),
            AssignmentEvent.WindowEnded one => T(
                "event.generation-ended",
                Text.Word(context.Language, one.Outcome)
            ),
            AssignmentEvent.Mailed one => Mailed(context, one.Kind, one.Person, one.Result),
            AssignmentEvent.Corrected one => T(
                "event.corrected",
                one.Sequence,
                Person(context, one.By),
                one.Text
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(@event), @event, "Unknown fact."),
        };
    }

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
                Person(context, one.Approver),
                Text.Word(context.Language, one.Verdict),
                one.Round
            ) + Named(one.Reopen.Select(id => Part(context, id))),
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
                    one.Nodes.Select(node => node.Body)
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

    private static string? Parts(
        PageContext context,
        AssignmentEvent @event,
        AssignmentId? about
    ) =>
        @event switch
        {
            // The plan's own window asks for all there is.
            AssignmentEvent.Opened { Cause: not OpeningCause.Plan } one => PartsOf(
                context,
                about,
                one.Parts.Where(part => part.Required).Select(part => part.Code)
            ),
            AssignmentEvent.UploadPermitted one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.SubmissionRecorded one => PartsOf(
                context,
                about,
                [one.Submission.Part]
            ),
            AssignmentEvent.AttemptRefused one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.Scanned one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.Checked one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.PairCompared one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.FiguresCompared one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.Explained one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.Overruled one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.Admitted one => PartsOf(context, about, [one.Part]),
            AssignmentEvent.ReturnAsked one => PartsOf(context, about, one.Parts),
            _ => null,
        };

    private static string? PartsOf(
        PageContext context,
        AssignmentId? about,
        IEnumerable<string> parts
    ) =>
        context.Plan is null || about is null
            ? string.Join(", ", parts)
            : PartText.Names(context, about.ReportType, parts);

    private static string Named(IEnumerable<string?> what) =>
        string.Join("; ", what.OfType<string>()) is { Length: > 0 } names ? $" {names}." : "";

    private static string Part(PageContext context, PartId id) =>
        context.Plan is null ? id.ToString() : PartText.Whole(context, id);

    private static string Mailed(
        PageContext context,
        string kind,
        string person,
        MailResult result
    ) =>
        Text.Get(
            context.Language,
            "event.mailed",
            LetterName.Word(context.Language, kind),
            Person(context, person),
            Text.Word(context.Language, result)
        );

    private static string Assignment(PageContext context, AssignmentId id) =>
        context.Plan is { } plan
            ? $"{plan.Body(id.Body).Name.In(context.Language)} – {plan.ReportType(id.ReportType).Title.In(context.Language)}"
            : id.ToString();

    private static string Person(PageContext context, string id) =>
        context.Plan?.FindPerson(id)?.Name.In(context.Language) ?? id;
}
