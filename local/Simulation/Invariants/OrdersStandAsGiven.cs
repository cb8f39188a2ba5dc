using ProgramReview.Core.Audit;
using ProgramReview.Core.Steering;

namespace ProgramReview.Local.Simulation.Invariants;

/// <summary>An operator's word is carried out as it was given.</summary>
internal sealed class OrdersStandAsGiven : IInvariant
{
    public string Sentence =>
        "What an operator ordered stands on record once at most, with the instants and the reason that were given, and nothing stands there that nobody ordered.";

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
                    !evidence.Ledger.Orders.TryGetValue(same.Key, out var order)
                    || !IsSame(order.Command, line.Fact)
                )
                {
                    yield return $"{same.Key} says {line.Entry.Body}";
                }
            }
        }
        foreach (
            var twice in evidence
                .Of<CycleFact.Reopened>()
                .GroupBy(reopened => (reopened.Assignment, reopened.Generation))
                .Where(same => same.Count() > 1)
        )
        {
            yield return $"generation {twice.Key.Generation} of {twice.Key.Assignment} was ordered {twice.Count()} times";
        }
    }

    private static bool IsSame(Command command, Fact fact) =>
        (command, fact) switch
        {
            (Command.Extend order, AssignmentFact.DueExtended taken) => taken.To == order.Due
                && taken.Closes == (order.Closes ?? taken.Closes)
                && taken.Reason == order.Reason,
            (Command.Extend order, CycleFact.Reopened taken) => taken.Due == order.Due
                && taken.Closes == (order.Closes ?? taken.Closes)
                && taken.Reason == order.Reason,
            (Command.Return { Due: { } due } order, CycleFact.Reopened taken) => taken.Due == due
                && taken.Closes == (order.Closes ?? due)
                && taken.Reason == order.Reason,
            (Command.AllowLate order, CycleFact.Reopened taken) => taken.Closes == order.Until
                && taken.Reason == order.Reason,
            (Command.Return { Due: null } order, AssignmentFact.ReturnAsked taken) => taken.Reason
                == order.Reason,
            (Command.Exempt order, AssignmentFact.Exempted taken) => taken.Reason == order.Reason,
            (Command.Admit order, AssignmentFact.Admitted taken) => taken.BlobName == order.BlobName
                && taken.Reason == order.Reason,
            (Command.Remind order, AssignmentFact.Reminded taken) => taken.Reason == order.Reason,
            (Command.ReissueLinks order, AssignmentFact.LinksReissued taken) => taken.Reason
                == order.Reason,
            (Command.Reassign order, CycleFact.DutyPassed taken) => (
                order.From.Length == 0 || taken.From == order.From
            )
                && taken.Reason == order.Reason,
            _ => false,
        };
}
