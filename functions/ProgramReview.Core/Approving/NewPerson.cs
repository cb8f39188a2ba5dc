using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Approving;

/// <summary>Somebody whom the plan does not know and who is named while a cycle runs.</summary>
public static class NewPerson
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxName = 200;

    // Room for a hyphen and a number behind the first one's id.
    private const int MaxRoot = Code.MaxLength - 6;

    /// <summary>Whether it can stand as a name in letters.</summary>
    public static bool IsName(string name) =>
        name.Length <= MaxName && !HumanText.IsBlank(name) && HumanText.IsFit(name);

    /// <summary>Whether two addresses are one mailbox.</summary>
    public static bool IsSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The id of whoever takes somebody's place: theirs and a number. It names nobody, and nobody in this cycle had it before.</summary>
    /// <param name="plan">The plan with those who were named since.</param>
    /// <param name="cycle">The cycle; it may know more of them.</param>
    /// <param name="first">The id of whom the plan has in that place.</param>
    public static string IdFor(PlanLookup plan, CycleState cycle, string first)
    {
        var root = first[..Math.Min(first.Length, MaxRoot)].TrimEnd('-');
        var named = cycle.NamedContacts.Select(contact => contact.Person).ToHashSet();
        return Enumerable
            .Range(2, int.MaxValue - 2)
            .Select(number => FormattableString.Invariant($"{root}-{number}"))
            .First(id => plan.FindPerson(id) is null && !named.Contains(id));
    }
}
