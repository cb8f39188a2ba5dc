using ProgramReview.Core.Audit;
using ProgramReview.Core.Deadlines;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Audit;

/// <summary>One fact of every kind, with every member filled.</summary>
internal static class FactSamples
{
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0123456789abcdef", 4));

    public static IReadOnlyList<Fact> All(
        string text = "Ủy ban \"Ba Đình\" d'Hanoï \" <i> हिन्दी"
    ) =>
        [
            new AssignmentFact.Opened(2, OpeningCause.ChangesAsked, Due, Closes, text),
            new AssignmentFact.Opened(1, OpeningCause.Plan, Due, Closes, null),
            new AssignmentFact.UploadPermitted(1, "c/b/t/1/p", text, "p-1", Opening),
            new AssignmentFact.SubmissionRecorded(
                Submission(
                    At("2024-09-12T10:11:12.1234567+07:00"),
                    extension: Moment("2024-09-16T00:00:00+07:00")
                ) with
                {
                    FileName = text,
                    Findings =
                    [
                        new Finding("file-type-unknown", Severity.Warning, [text, "1"]),
                        new Finding("file-odd", Severity.Info, []),
                    ],
                }
            ),
            new AssignmentFact.AttemptRefused(0, "not-open-yet", "p-1", text),
            new AssignmentFact.DueExtended(1, Due, Closes, Closes, text, text),
            new AssignmentFact.Exempted(text, text),
            new AssignmentFact.GenerationEnded(1, GenerationOutcome.Missing),
            new CycleFact.Started(Hash, 3, text),
            new CycleFact.DossierCompiled(1, Hash),
            new CycleFact.RoundOpened(1, Hash, Closes),
            new CycleFact.Decided(
                1,
                Hash,
                "approver-1",
                DecisionVerdict.RequestChanges,
                text,
                [BaDinh]
            ),
            new CycleFact.RoundEnded(1, RoundOutcome.ChangesAsked),
            new CycleFact.NextStepChosen(1, NextStep.AskAgain, text, text),
            new CycleFact.ProcessFailed("cycle-x", text),
            new CycleFact.Published(Hash),
            new CycleFact.Ended(CycleOutcome.Stopped, text),
            new AssignmentFact.Opened(2, OpeningCause.Returned, Due, Closes, text, text),
            new AssignmentFact.Admitted(
                1,
                "c/b/t/1/p",
                Timeliness.Judge(
                    Due,
                    Closes,
                    null,
                    admitted: true,
                    At("2024-10-02T10:11:12+07:00")
                ),
                text,
                text
            ),
            new AssignmentFact.ReturnAsked(1, text, text),
            new AssignmentFact.Reminded(1, text, text),
            new AssignmentFact.LinksReissued(text, text),
            new CycleFact.Reopened(
                BaDinh,
                2,
                OpeningCause.LateAllowed,
                Due,
                Closes,
                Due,
                Closes,
                text,
                text
            ),
            new CycleFact.RetryOrdered("c.b.t.1", text, text),
            new CycleFact.Ended(CycleOutcome.Stopped, text, text),
            new AssignmentFact.Mailed("Reminder", "reminder-1-2", "p-1", MailResult.Sent),
            new AssignmentFact.Corrected(3, text, text, text),
            new CycleFact.Mailed("Published", "published", "p-1", MailResult.GivenUp),
            new CycleFact.Corrected(1, text, text, text),
            new CycleFact.Anchored(AnchorCause.Day, new DateOnly(2024, 9, 30), Hash, 72),
            new AssignmentFact.UploadPermitted(
                1,
                "c/b/t/1/p",
                text,
                "p-1",
                Opening,
                new OnBehalf(Opening, text, text)
            ),
            new AssignmentFact.SubmissionRecorded(
                Submission(At("2024-09-09T10:11:12+07:00")) with
                {
                    Entrance = Entrance.Operations,
                    OnBehalf = new OnBehalf(At("2024-09-09T10:11:12+07:00"), text, text),
                    EvidenceStored = At("2024-09-12T08:00:00Z"),
                }
            ),
            new AssignmentFact.SubmissionRecorded(
                Submission(At("2024-09-12T10:11:12+07:00")) with
                {
                    BrowserSha256 = Hash,
                },
                "aGVhZGVy.cGF5bG9hZA.c2lnbmF0dXJl"
            ),
            new AssignmentFact.AttemptRefused(
                1,
                "file-too-large",
                "p-1",
                text,
                ["2", "1"],
                "aGVhZGVy.cGF5bG9hZA.c2lnbmF0dXJl"
            ),
            new AssignmentFact.DueExtended(
                1,
                Due,
                Closes,
                Closes,
                text,
                text,
                new OutageWindow(Opening, Opening.AddMinutes(90))
            ),
            new CycleFact.OutageDeclared(
                new OutageWindow(Opening, Opening.AddMinutes(90)),
                2,
                text,
                text
            ),
            new CycleFact.OutageApplied(9, 72),
            new CycleFact.HealthGap(new OutageWindow(Opening, Opening.AddMinutes(90))),
            new CycleFact.Started(Hash, 3, text, WorkflowVersion: 2),
        ];
}
