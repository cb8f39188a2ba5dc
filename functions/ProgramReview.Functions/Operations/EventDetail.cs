using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Operations;

/// <summary>What stands below the sentence about an event.</summary>
public static class EventDetail
{
    /// <summary>What a person wrote, or null.</summary>
    public static string? Quote(Event @event) =>
        @event switch
        {
            AssignmentEvent.Opened { Comment: { Length: > 0 } comment } => comment,
            AssignmentEvent.DueExtended { Reason: var reason } => reason,
            AssignmentEvent.Exempted { Reason: var reason } => reason,
            AssignmentEvent.UploadPermitted { OnBehalf.Reason: { } reason } => reason,
            AssignmentEvent.Admitted { Reason: var reason } => reason,
            AssignmentEvent.Scanned { Result: { Finding: null, Words: { } words } } => words,
            AssignmentEvent.Explained { Text: var text } => text,
            AssignmentEvent.Overruled { Reason: var reason } => reason,
            AssignmentEvent.ReturnAsked { Reason: var reason } => reason,
            AssignmentEvent.Reminded { Reason: var reason } => reason,
            AssignmentEvent.LinksReissued { Reason: var reason } => reason,
            CycleEvent.Started { Reason: var reason } => reason,
            CycleEvent.Reopened { Reason: var reason } => reason,
            CycleEvent.RetryOrdered { Reason: var reason } => reason,
            CycleEvent.ResendOrdered { Reason: var reason } => reason,
            CycleEvent.DutyPassed { Reason: var reason } => reason,
            CycleEvent.ContactErased { Reason: var reason } => reason,
            CycleEvent.SeatPassed { Terms.Reason: var reason } => reason,
            CycleEvent.MeetingRecorded { Terms.Reason: var reason } => reason,
            CycleEvent.MinutesScanned { Result.Words: { } words } => words,
            CycleEvent.SeatsConfirmed { Reason: var reason } => reason,
            CycleEvent.SeatObjected { Comment: { Length: > 0 } comment } => comment,
            CycleEvent.OutageDeclared { Reason: var reason } => reason,
            CycleEvent.MaterialAsked { Reason: { } reason } => reason,
            AssignmentEvent.Corrected { Reason: var reason } => reason,
            CycleEvent.Decided { Comment: { Length: > 0 } comment } => comment,
            IOvertaking { Reason: { Length: > 0 } reason } => reason,
            CycleEvent.NextStepChosen { Reason: var reason } => reason,
            CycleEvent.Corrected { Reason: var reason } => reason,
            CycleEvent.ProcessFailed { Message: var message } => message,
            CycleEvent.Ended { Reason: { Length: > 0 } reason } => reason,
            _ => null,
        };

    /// <summary>What was found; empty for most.</summary>
    public static IReadOnlyList<Finding> Findings(Event @event) =>
        @event switch
        {
            AssignmentEvent.SubmissionRecorded recorded => recorded.Submission.Findings,
            AssignmentEvent.Scanned { Result.Finding: { } found } => [found],
            AssignmentEvent.Checked said =>
            [
                .. said.Check.Findings,
                .. (said.Check.Pairs ?? []).SelectMany(pair => pair.Findings),
            ],
            AssignmentEvent.PairCompared { Pair.Findings: var found } => found,
            AssignmentEvent.FiguresCompared compared => compared.Findings,
            AssignmentEvent.ReturnAsked { Items: { } items } =>
            [
                .. items.Select(item => item.Finding).OfType<Finding>(),
            ],
            _ => [],
        };
}
