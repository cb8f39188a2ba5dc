using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>Which parts of a report a command is about: those that are named, else every required one that it can be about.</summary>
internal static class PartsChoice
{
    private const string Name = "parts";

    /// <summary>The field; a report of one part needs none.</summary>
    /// <param name="able">The parts that can be named.</param>
    public static CommandField Field(Func<CommandScene, IEnumerable<PartState>> able) =>
        new(Name, CommandFieldKind.Choices)
        {
            IsRequired = false,
            IsShown = scene => scene.State.Parts.Count > 1,
            Options = scene => able(scene).Select(part => new CommandOption(part.Code, part)),
        };

    /// <summary>What was filled in.</summary>
    public static IReadOnlyList<string> Read(CommandValues values) => values.Several(Name);

    /// <summary>What the command comes to for those parts, or the refusal if it can be about none of them.</summary>
    /// <param name="named">What was filled in.</param>
    /// <param name="able">The parts that can be named.</param>
    /// <param name="none">The refusal if nothing was named and nothing required is there to be named.</param>
    /// <param name="decide">What it comes to.</param>
    public static CommandOutcome Decide(
        IReadOnlyList<string> named,
        IEnumerable<PartState> able,
        Refusal none,
        Func<IReadOnlyList<string>, CommandOutcome> decide
    )
    {
        var parts = able.ToList();
        if (named.Any(code => parts.TrueForAll(part => part.Code != code)))
        {
            return new CommandOutcome.Refused(Refusal.Unfit("part-unfit", Name));
        }
        List<string> chosen =
        [
            .. parts
                .Where(part => named.Count == 0 ? part.IsRequired : named.Contains(part.Code))
                .Select(part => part.Code),
        ];
        return chosen.Count == 0 ? new CommandOutcome.Refused(none) : decide(chosen);
    }
}
