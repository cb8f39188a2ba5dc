using System.Text.Json.Serialization;

namespace ProgramReview.Core.Audit;

/// <summary>
/// Something that happened, written once by whoever learnt it. The kinds are closed: <see cref="AssignmentFact"/> and
/// <see cref="CycleFact"/>. The text names are stored for ever; a name is never given a new meaning.
/// </summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "fact",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization
)]
[JsonDerivedType(typeof(AssignmentFact.Opened), "opened")]
[JsonDerivedType(typeof(AssignmentFact.UploadPermitted), "upload-permitted")]
[JsonDerivedType(typeof(AssignmentFact.SubmissionRecorded), "submission-recorded")]
[JsonDerivedType(typeof(AssignmentFact.AttemptRefused), "attempt-refused")]
[JsonDerivedType(typeof(AssignmentFact.DueExtended), "due-extended")]
[JsonDerivedType(typeof(AssignmentFact.Exempted), "exempted")]
[JsonDerivedType(typeof(AssignmentFact.Admitted), "admitted")]
[JsonDerivedType(typeof(AssignmentFact.ReturnAsked), "return-asked")]
[JsonDerivedType(typeof(AssignmentFact.Reminded), "reminded")]
[JsonDerivedType(typeof(AssignmentFact.LinksReissued), "links-reissued")]
[JsonDerivedType(typeof(AssignmentFact.GenerationEnded), "generation-ended")]
[JsonDerivedType(typeof(AssignmentFact.Mailed), "mailed")]
[JsonDerivedType(typeof(AssignmentFact.Corrected), "corrected")]
[JsonDerivedType(typeof(CycleFact.Started), "cycle-started")]
[JsonDerivedType(typeof(CycleFact.DossierCompiled), "dossier-compiled")]
[JsonDerivedType(typeof(CycleFact.RoundOpened), "round-opened")]
[JsonDerivedType(typeof(CycleFact.Decided), "decided")]
[JsonDerivedType(typeof(CycleFact.RoundEnded), "round-ended")]
[JsonDerivedType(typeof(CycleFact.NextStepChosen), "next-step-chosen")]
[JsonDerivedType(typeof(CycleFact.ProcessFailed), "process-failed")]
[JsonDerivedType(typeof(CycleFact.Reopened), "reopened")]
[JsonDerivedType(typeof(CycleFact.RetryOrdered), "retry-ordered")]
[JsonDerivedType(typeof(CycleFact.DutyPassed), "duty-passed")]
[JsonDerivedType(typeof(CycleFact.ContactErased), "contact-erased")]
[JsonDerivedType(typeof(CycleFact.OutageDeclared), "outage-declared")]
[JsonDerivedType(typeof(CycleFact.OutageApplied), "outage-applied")]
[JsonDerivedType(typeof(CycleFact.HealthGap), "health-gap")]
[JsonDerivedType(typeof(CycleFact.Published), "published")]
[JsonDerivedType(typeof(CycleFact.Ended), "cycle-ended")]
[JsonDerivedType(typeof(CycleFact.Mailed), "cycle-mailed")]
[JsonDerivedType(typeof(CycleFact.Corrected), "cycle-corrected")]
[JsonDerivedType(typeof(CycleFact.Anchored), "anchored")]
public abstract record Fact
{
    private protected Fact() { }
}
