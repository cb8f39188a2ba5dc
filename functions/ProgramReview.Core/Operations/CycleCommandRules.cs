using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>Decides about the commands that concern a cycle's processes.</summary>
public static class CycleCommandRules
{
    /// <summary>Why the cycle cannot be stopped, or null.</summary>
    public static Refusal? RefuseStop(CycleState cycle, string reason) =>
        CommandRules.RefuseReason(reason)
        ?? (cycle.End is { } end ? new Refusal("cycle-ended", By: end.By) : null);

    /// <summary>Why a process cannot be started again, or null.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="instance">The durable instance.</param>
    /// <param name="reason">Why it is to be.</param>
    public static Refusal? RefuseRetry(CycleState cycle, string instance, string reason)
    {
        var failures = cycle.Failures.Count(failure => failure.Instance == instance);
        var retries = cycle
            .Orders.OfType<CycleEvent.RetryOrdered>()
            .Where(order => order.Instance == instance)
            .ToList();
        return CommandRules.RefuseReason(reason)
            ?? cycle switch
            {
                { End: not null } => new Refusal("cycle-ended"),
                { RoundAtWork: not null } => new Refusal("round-open", cycle.CurrentRound?.Closes),
                _ when failures == 0 => new Refusal("not-failed"),
                _ when retries.Count >= failures => new Refusal(
                    "already-retried",
                    By: retries[^1].By
                ),
                _ => null,
            };
    }

    /// <summary>
    /// Why the contact that a handover names cannot be erased, or null. Not while mails must reach them; after the cycle anybody may be
    /// forgotten.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="person">The contact's person id.</param>
    /// <param name="reason">Why they are to be.</param>
    public static Refusal? RefuseErase(CycleState cycle, string person, string reason) =>
        CommandRules.RefuseReason(reason)
        ?? cycle
            .Handovers.Select(handover => handover.Event)
            .FirstOrDefault(passed => passed.To == person) switch
        {
            null => new Refusal("contact-not-kept"),
            _ when cycle.Erasures.TryGetValue(person, out var erased) => new Refusal(
                "already-erased",
                By: erased.By
            ),
            { Body: var body } when cycle.End is null && cycle.HolderNow(body, person) == person =>
                new Refusal("contact-needed"),
            _ => null,
        };

    /// <summary>The contacts that could be erased now, by person id.</summary>
    public static IEnumerable<string> Erasable(CycleState cycle) =>
        cycle
            .Handovers.Select(handover => handover.Event.To)
            .Where(person => RefuseErase(cycle, person, "-") is null);
}
