using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>An operator's word is carried out as it was given.</summary>
internal sealed class OrdersStandAsGiven : IInvariant
{
    public string Sentence =>
        "What an operator ordered stands on record once at most, with the instants and the reason that were given, and nothing stands there that nobody ordered.";

    public bool HasCase(Evidence evidence) =>
        evidence.Streams.Any(stream =>
            stream.Any(entry => evidence.Oracle.Orders.ContainsKey(entry.Key))
        );

    public IEnumerable<string> Broken(Evidence evidence)
    {
        var lines = evidence
            .Assignments.Values.Append(evidence.Cycle)
            .SelectMany(stream => stream)
            .Where(line => line.Entry.Key.StartsWith("command-", StringComparison.Ordinal))
            .ToList();
        foreach (var same in lines.GroupBy(line => line.Entry.Key))
        {
            if (same.Count() > 1)
            {
                yield return $"{same.Key} stands {same.Count()} times";
            }
            foreach (var line in same)
            {
                if (
                    line.Event is CycleEvent.RetryOrdered again
                    && evidence.Oracle.Retries.GetValueOrDefault(same.Key) == again.Instance
                )
                {
                    continue;
                }
                if (
                    !evidence.Oracle.Orders.TryGetValue(same.Key, out var order)
                    || !IsSame(order.Command, line.Event)
                )
                {
                    yield return $"{same.Key} says {line.Entry.Body}";
                }
            }
        }
        foreach (
            var twice in evidence
                .Of<CycleEvent.Reopened>()
                .GroupBy(reopened => (reopened.Assignment, reopened.Window))
                .Where(same => same.Count() > 1)
        )
        {
            yield return $"generation {twice.Key.Window} of {twice.Key.Assignment} was ordered {twice.Count()} times";
        }
    }

    private static bool IsSame(Command command, Event @event) =>
        (command, @event) switch
        {
            (Command.Extend order, AssignmentEvent.DueExtended taken) => taken.To == order.Due
                && taken.Closes == (order.Closes ?? taken.Closes)
                && taken.Reason == order.Reason,
            (Command.Extend order, CycleEvent.Reopened taken) => taken.Due == order.Due
                && taken.Closes == (order.Closes ?? taken.Closes)
                && taken.Reason == order.Reason,
            (Command.Return { Due: { } due } order, CycleEvent.Reopened taken) => taken.Due == due
                && taken.Closes == (order.Closes ?? due)
                && IsNamed(order.Parts, taken.Parts)
                && taken.Reason == order.Reason,
            (Command.AllowLate order, CycleEvent.Reopened taken) => taken.Closes == order.Until
                && IsNamed(order.Parts, taken.Parts)
                && taken.Reason == order.Reason,
            (Command.Return { Due: null } order, AssignmentEvent.ReturnAsked taken) => IsNamed(
                order.Parts,
                taken.Parts
            )
                && taken.Reason == order.Reason,
            (Command.DeclareOutage order, CycleEvent.OutageDeclared taken) => taken.Window
                == order.Window
                && taken.Reason == order.Reason,
            (Command.Exempt order, AssignmentEvent.Exempted taken) => taken.Reason == order.Reason,
            (Command.Admit order, AssignmentEvent.Admitted taken) => taken.BlobName
                == order.BlobName
                && taken.Reason == order.Reason,
            (Command.Overrule order, AssignmentEvent.Overruled taken) => order.Target
                == $"{taken.BlobName}#{taken.Finding}"
                && taken.Reason == order.Reason,
            (Command.Explain order, AssignmentEvent.Explained taken) => taken.Finding
                == order.Finding
                && taken.Person is null
                && taken.Text == order.Text
                && taken.Reason == order.Reason,
            (Command.Remind order, AssignmentEvent.Reminded taken) => taken.Reason == order.Reason,
            (Command.ReissueLinks order, AssignmentEvent.LinksReissued taken) => taken.Reason
                == order.Reason,
            (Command.ReplaceApprover order, CycleEvent.SeatPassed taken) => taken.Seat == order.Seat
                && taken.Terms.Account == order.Account
                && taken.Terms.Reason == order.Reason,
            (Command.RecordMeeting order, CycleEvent.MeetingRecorded taken) => taken.Round
                == order.Round
                && taken.DossierHash == order.DossierHash
                && taken.Answers.SequenceEqual(order.Answers)
                && taken.Terms.Account == order.Account,
            (Command.ConfirmSeats order, CycleEvent.SeatsConfirmed taken) => taken.Order
                == order.Order
                && taken.Account == order.Account,
            (Command.Reassign order, CycleEvent.DutyPassed taken) => (
                order.From.Length == 0 || taken.From == order.From
            )
                && taken.Reason == order.Reason,
            _ => false,
        };

    // Which parts an order without a name is about, the record as it was then said.
    private static bool IsNamed(IReadOnlyList<string> named, IReadOnlyList<string> taken) =>
        taken.Count > 0 && (named.Count == 0 || named.ToHashSet().SetEquals(taken));
}
