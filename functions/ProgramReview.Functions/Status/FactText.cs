using ProgramReview.Core.Audit;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>Facts of the record as sentences.</summary>
public static class FactText
{
    /// <summary>The fact as a sentence in the reader's language.</summary>
    public static string Show(PageContext context, Fact fact) =>
        fact switch
        {
            AssignmentFact one => Show(context, one),
            CycleFact one => Show(context, one),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Unknown fact."),
        };

    /// <summary>What a person wrote, to stand below the sentence; or null.</summary>
    public static string? Quote(Fact fact) =>
        fact switch
        {
            AssignmentFact.Opened { Comment: { Length: > 0 } comment } => comment,
            AssignmentFact.DueExtended { Reason: var reason } => reason,
            AssignmentFact.Exempted { Reason: var reason } => reason,
            AssignmentFact.UploadPermitted { OnBehalf.Reason: { } reason } => reason,
            AssignmentFact.Admitted { Reason: var reason } => reason,
            AssignmentFact.ReturnAsked { Reason: var reason } => reason,
            AssignmentFact.Reminded { Reason: var reason } => reason,
            AssignmentFact.LinksReissued { Reason: var reason } => reason,
            CycleFact.Started { Reason: var reason } => reason,
            CycleFact.Reopened { Reason: var reason } => reason,
            CycleFact.RetryOrdered { Reason: var reason } => reason,
            CycleFact.DutyPassed { Reason: var reason } => reason,
            CycleFact.ContactErased { Reason: var reason } => reason,
            CycleFact.OutageDeclared { Reason: var reason } => reason,
            AssignmentFact.Corrected { Reason: var reason } => reason,
            CycleFact.Decided { Comment: { Length: > 0 } comment } => comment,
            CycleFact.NextStepChosen { Reason: var reason } => reason,
            CycleFact.Corrected { Reason: var reason } => reason,
            CycleFact.ProcessFailed { Message: var message } => message,
            CycleFact.Ended { Reason: { Length: > 0 } reason } => reason,
            _ => null,
        };

    private static string Show(PageContext context, AssignmentFact fact)
    {
        string T(string key, params object?[] arguments) =>
            Text.Get(context.Language, key, arguments);

        return fact switch
        {
            AssignmentFact.Opened { By: { } by } one => T(
                "fact.opened-by",
                Text.Word(context.Language, one.Cause),
                Moment.Full(context, one.Due),
                Moment.Full(context, one.Closes),
                Person(context, by)
            ),
            AssignmentFact.Opened one => T(
                "fact.opened",
                Text.Word(context.Language, one.Cause),
                Moment.Full(context, one.Due),
                Moment.Full(context, one.Closes)
            ),
            AssignmentFact.UploadPermitted { OnBehalf: { } behalf } one => T(
                "fact.on-behalf",
                Person(context, behalf.By),
                one.FileName,
                Moment.Full(context, behalf.Arrived)
            ),
            AssignmentFact.UploadPermitted one => T(
                "fact.upload-permitted",
                one.FileName,
                Person(context, one.Person),
                Moment.Full(context, one.Expires)
            ),
            AssignmentFact.SubmissionRecorded
            {
                Submission: { OnBehalf: { } behalf, EvidenceStored: { } stored } one
            } => T(
                "fact.submission-on-behalf",
                one.FileName,
                Numbers.Size(context.Language, one.Size),
                Moment.Full(context, behalf.Arrived),
                Text.Word(context.Language, one.Judgement.Verdict),
                Person(context, behalf.By),
                Moment.Full(context, stored)
            ),
            AssignmentFact.SubmissionRecorded { Submission: var one } => T(
                "fact.submission-recorded",
                one.FileName,
                Numbers.Size(context.Language, one.Size),
                Moment.Full(context, one.Judgement.Committed),
                Text.Word(context.Language, one.Judgement.Verdict),
                Text.Word(context.Language, one.Entrance)
            ),
            AssignmentFact.AttemptRefused one => T(
                "fact.attempt-refused",
                Person(context, one.Person),
                one.FileName ?? "–",
                one.Code
            ),
            AssignmentFact.DueExtended { Outage: { } outage } one => T(
                "fact.due-moved-by-outage",
                Moment.Full(context, one.From),
                Moment.Full(context, one.To),
                Moment.Full(context, outage.From),
                Moment.Full(context, outage.To),
                Person(context, one.By)
            ),
            AssignmentFact.DueExtended one => T(
                "fact.due-extended",
                Person(context, one.By),
                Moment.Full(context, one.From),
                Moment.Full(context, one.To)
            ),
            AssignmentFact.Exempted one => T("fact.exempted", Person(context, one.By)),
            AssignmentFact.Admitted one => T(
                "fact.admitted",
                Person(context, one.By),
                one.BlobName,
                Moment.Full(context, one.Judgement.Committed),
                Text.Word(context.Language, one.Judgement.Verdict)
            ),
            AssignmentFact.ReturnAsked one => T("fact.return-asked", Person(context, one.By)),
            AssignmentFact.Reminded one => T("fact.reminded", Person(context, one.By)),
            AssignmentFact.LinksReissued one => T("fact.links-reissued", Person(context, one.By)),
            AssignmentFact.GenerationEnded one => T(
                "fact.generation-ended",
                Text.Word(context.Language, one.Outcome)
            ),
            AssignmentFact.Mailed one => Mailed(context, one.Kind, one.Person, one.Result),
            AssignmentFact.Corrected one => T(
                "fact.corrected",
                one.Sequence,
                Person(context, one.By),
                one.Text
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Unknown fact."),
        };
    }

    private static string Show(PageContext context, CycleFact fact)
    {
        string T(string key, params object?[] arguments) =>
            Text.Get(context.Language, key, arguments);

        return fact switch
        {
            CycleFact.Started one => T("fact.cycle-started", one.By, one.PlanVersion),
            CycleFact.DossierCompiled one => T("fact.dossier-compiled", one.Round),
            CycleFact.RoundOpened one => T(
                "fact.round-opened",
                one.Round,
                Moment.Full(context, one.Closes)
            ),
            CycleFact.Decided one => T(
                "fact.decided",
                Person(context, one.Approver),
                Text.Word(context.Language, one.Verdict),
                one.Round
            ) + Reopened(context, one.Reopen),
            CycleFact.RoundEnded one => T(
                "fact.round-ended",
                one.Round,
                Text.Word(context.Language, one.Outcome)
            ),
            CycleFact.NextStepChosen one => T(
                "fact.next-step-chosen",
                one.By,
                Text.Word(context.Language, one.Step),
                one.AfterRound
            ),
            CycleFact.Reopened one => T(
                "fact.reopened",
                Person(context, one.By),
                Assignment(context, one.Assignment),
                Text.Word(context.Language, one.Cause),
                Moment.Full(context, one.FormerDue),
                Moment.Full(context, one.Due),
                Moment.Full(context, one.Closes)
            ),
            CycleFact.DutyPassed one => T(
                "fact.duty-passed",
                Person(context, one.By),
                context.Plan?.Body(one.Body).Name.In(context.Language) ?? one.Body,
                Person(context, one.From),
                Person(context, one.To)
            ),
            CycleFact.ContactErased one => T(
                "fact.contact-erased",
                Person(context, one.By),
                one.Person
            ),
            CycleFact.RetryOrdered one => T(
                "fact.retry-ordered",
                Person(context, one.By),
                one.Instance
            ),
            CycleFact.OutageDeclared one => T(
                "fact.outage-declared",
                Person(context, one.By),
                Moment.Full(context, one.Window.From),
                Moment.Full(context, one.Window.To),
                Numbers.Show(context.Language, one.Hours)
            ),
            CycleFact.OutageApplied one => T(
                "fact.outage-applied",
                one.Declared,
                Numbers.Show(context.Language, one.Moved)
            ),
            CycleFact.HealthGap one => T(
                "fact.health-gap",
                Moment.Full(context, one.Window.From),
                Moment.Full(context, one.Window.To)
            ),
            CycleFact.ProcessFailed one => T("fact.process-failed", one.Instance),
            CycleFact.Published one => T("fact.published", one.DossierHash),
            CycleFact.Ended { By: { } by } => T("fact.cycle-stopped", Person(context, by)),
            CycleFact.Ended one => T("fact.cycle-ended", Text.Word(context.Language, one.Outcome)),
            CycleFact.Mailed one => Mailed(context, one.Kind, one.Person, one.Result),
            CycleFact.Corrected one => T(
                "fact.corrected",
                one.Sequence,
                Person(context, one.By),
                one.Text
            ),
            CycleFact.Anchored one => T(
                "fact.anchored",
                Numbers.Show(context.Language, one.Streams),
                one.Root,
                Moment.Day(context.Language, one.Day),
                Text.Word(context.Language, one.Cause)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "Unknown fact."),
        };
    }

    private static string Reopened(PageContext context, IReadOnlyList<AssignmentId> reopen) =>
        reopen.Count == 0
            ? ""
            : " " + string.Join("; ", reopen.Select(one => Assignment(context, one))) + ".";

    // A kind that this version does not know any more keeps its stored name.
    private static string Mailed(
        PageContext context,
        string kind,
        string person,
        MailResult result
    ) =>
        Text.Get(
            context.Language,
            "fact.mailed",
            Enum.TryParse<MailKind>(kind, out var known)
                ? Text.Word(context.Language, known)
                : kind,
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
