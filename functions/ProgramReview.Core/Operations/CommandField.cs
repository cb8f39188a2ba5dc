namespace ProgramReview.Core.Operations;

/// <summary>One field of a command beside <c>id</c>, <c>reason</c> and <c>by</c>, which all have.</summary>
/// <param name="Name">As it is sent.</param>
/// <param name="Kind">What it holds.</param>
public sealed record CommandField(string Name, CommandFieldKind Kind)
{
    /// <summary>The text key of its label begins with <c>command.field.</c> and ends with this.</summary>
    public string Label { get; init; } = Name;

    /// <summary>Whether it must be filled in.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The most characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Whether the form shows it in this scene.</summary>
    public Func<CommandScene, bool> IsShown { get; init; } = _ => true;

    /// <summary>What the form begins with.</summary>
    public Func<CommandScene, string> Preset { get; init; } = _ => "";

    /// <summary>The values to choose from.</summary>
    public Func<CommandScene, IEnumerable<CommandOption>> Options { get; init; } = _ => [];
}
