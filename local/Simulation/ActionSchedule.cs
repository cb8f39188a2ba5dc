using System.Diagnostics.CodeAnalysis;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Simulation;

/// <summary>What is still to be done outside the product; what falls on the same instant is in an order of the seed's.</summary>
internal sealed class ActionSchedule(Dice dice, IReadOnlySet<string> without)
{
    private readonly Agenda<ScheduledAction> actions = new();
    private readonly List<string> acts = [];

    /// <summary>The acts of people that stand or stood in it, by name.</summary>
    public IReadOnlyList<string> Acts => acts;

    /// <summary>When the next is due.</summary>
    public DateTimeOffset? Next => actions.Next;

    /// <summary>Puts something in.</summary>
    public void Add(ScheduledAction action)
    {
        if (action.IsAct)
        {
            if (without.Contains(action.Name))
            {
                return;
            }
            acts.Add(action.Name);
        }
        actions.Add(action, action.At, dice.Of(action.Name));
    }

    /// <summary>Puts in what something of the product does.</summary>
    public void Add(DateTimeOffset at, string name, Func<Task> act) =>
        Add(new ScheduledAction(at, name, act));

    /// <summary>Puts in what a person does.</summary>
    public void AddAct(DateTimeOffset at, string name, Func<Task> act) =>
        Add(new ScheduledAction(at, name, act) { IsAct = true });

    /// <summary>Puts in what needs storage only.</summary>
    public void AddOutside(DateTimeOffset at, string name, Func<Task> act) =>
        Add(new ScheduledAction(at, name, act) { IsOutside = true });

    /// <summary>Takes the first out if it is due by then.</summary>
    public bool TryTake(DateTimeOffset until, [NotNullWhen(true)] out ScheduledAction? action) =>
        actions.TryTake(until, out action);
}
