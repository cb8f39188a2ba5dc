using System.Text.Json.Serialization;

namespace ProgramReview.Core.Events;

/// <summary>
/// Something that happened, written once by whoever learnt it. The kinds are closed: <see cref="AssignmentEvent"/> and
/// <see cref="CycleEvent"/>. The text names are stored for ever; a name is never given a new meaning.
/// </summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "event",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization
)]
[JsonDerivedType(typeof(AssignmentEvent.Opened), "opened")]
[JsonDerivedType(typeof(AssignmentEvent.UploadPermitted), "upload-permitted")]
[JsonDerivedType(typeof(AssignmentEvent.SubmissionRecorded), "submission-recorded")]
[JsonDerivedType(typeof(AssignmentEvent.Scanned), "scanned")]
[JsonDerivedType(typeof(AssignmentEvent.Checked), "checked")]
[JsonDerivedType(typeof(AssignmentEvent.PairCompared), "pair-compared")]
[JsonDerivedType(typeof(AssignmentEvent.FiguresCompared), "figures-compared")]
[JsonDerivedType(typeof(AssignmentEvent.Explained), "explained")]
[JsonDerivedType(typeof(AssignmentEvent.Overruled), "overruled")]
[JsonDerivedType(typeof(AssignmentEvent.AttemptRefused), "attempt-refused")]
[JsonDerivedType(typeof(AssignmentEvent.DueExtended), "due-extended")]
[JsonDerivedType(typeof(AssignmentEvent.Exempted), "exempted")]
[JsonDerivedType(typeof(AssignmentEvent.Admitted), "admitted")]
[JsonDerivedType(typeof(AssignmentEvent.ReturnAsked), "return-asked")]
[JsonDerivedType(typeof(AssignmentEvent.Reminded), "reminded")]
[JsonDerivedType(typeof(AssignmentEvent.LinksReissued), "links-reissued")]
[JsonDerivedType(typeof(AssignmentEvent.WindowEnded), "window-ended")]
[JsonDerivedType(typeof(AssignmentEvent.Mailed), "mailed")]
[JsonDerivedType(typeof(AssignmentEvent.Corrected), "corrected")]
[JsonDerivedType(typeof(CycleEvent.Started), "cycle-started")]
[JsonDerivedType(typeof(CycleEvent.DossierCompiled), "dossier-compiled")]
[JsonDerivedType(typeof(CycleEvent.RoundOpened), "round-opened")]
[JsonDerivedType(typeof(CycleEvent.StageOpened), "stage-opened")]
[JsonDerivedType(typeof(CycleEvent.RoundExtended), "round-extended")]
[JsonDerivedType(typeof(CycleEvent.Decided), "decided")]
[JsonDerivedType(typeof(CycleEvent.DeputyNamed), "deputy-named")]
[JsonDerivedType(typeof(CycleEvent.DeputyRevoked), "deputy-revoked")]
[JsonDerivedType(typeof(CycleEvent.SeatPassed), "seat-passed")]
[JsonDerivedType(typeof(CycleEvent.MeetingRecorded), "meeting-recorded")]
[JsonDerivedType(typeof(CycleEvent.MinutesScanned), "minutes-scanned")]
[JsonDerivedType(typeof(CycleEvent.SeatsConfirmed), "seats-confirmed")]
[JsonDerivedType(typeof(CycleEvent.SeatObjected), "seat-objected")]
[JsonDerivedType(typeof(CycleEvent.RequestSeen), "request-seen")]
[JsonDerivedType(typeof(CycleEvent.AccessCodeIssued), "access-code-issued")]
[JsonDerivedType(typeof(CycleEvent.AccessCodeFailed), "access-code-failed")]
[JsonDerivedType(typeof(CycleEvent.RoundEnded), "round-ended")]
[JsonDerivedType(typeof(CycleEvent.RoundVoided), "round-voided")]
[JsonDerivedType(typeof(CycleEvent.EditionOpened), "edition-opened")]
[JsonDerivedType(typeof(CycleEvent.NextStepChosen), "next-step-chosen")]
[JsonDerivedType(typeof(CycleEvent.ProcessFailed), "process-failed")]
[JsonDerivedType(typeof(CycleEvent.Reopened), "reopened")]
[JsonDerivedType(typeof(CycleEvent.RetryOrdered), "retry-ordered")]
[JsonDerivedType(typeof(CycleEvent.ResendOrdered), "resend-ordered")]
[JsonDerivedType(typeof(CycleEvent.DutyPassed), "duty-passed")]
[JsonDerivedType(typeof(CycleEvent.ContactErased), "contact-erased")]
[JsonDerivedType(typeof(CycleEvent.OutageDeclared), "outage-declared")]
[JsonDerivedType(typeof(CycleEvent.OutageApplied), "outage-applied")]
[JsonDerivedType(typeof(CycleEvent.MaterialAsked), "material-asked")]
[JsonDerivedType(typeof(CycleEvent.MaterialMade), "material-made")]
[JsonDerivedType(typeof(CycleEvent.DossierRendered), "dossier-rendered")]
[JsonDerivedType(typeof(CycleEvent.LettersSent), "letters-sent")]
[JsonDerivedType(typeof(CycleEvent.HealthGap), "health-gap")]
[JsonDerivedType(typeof(CycleEvent.Published), "published")]
[JsonDerivedType(typeof(CycleEvent.Ended), "cycle-ended")]
[JsonDerivedType(typeof(CycleEvent.Mailed), "cycle-mailed")]
[JsonDerivedType(typeof(CycleEvent.Corrected), "cycle-corrected")]
[JsonDerivedType(typeof(CycleEvent.Anchored), "anchored")]
[JsonDerivedType(typeof(CycleEvent.FiguresMended), "figures-mended")]
public abstract record Event
{
    private protected Event() { }
}
