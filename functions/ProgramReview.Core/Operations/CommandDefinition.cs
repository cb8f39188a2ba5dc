namespace ProgramReview.Core.Operations;

/// <summary>What a command is called, asks for and becomes: forms, readers and the description for programs are made of it.</summary>
/// <param name="Name">In addresses, for example <c>allow-late</c>; its texts begin with <c>command.</c> and this name.</param>
/// <param name="Scope">What it can be about.</param>
public sealed record CommandDefinition(string Name, CommandScope Scope)
{
    /// <summary>Its fields, in the order of the form.</summary>
    public IReadOnlyList<CommandField> Fields { get; init; } = [];

    /// <summary>Whether it makes sense now; a form for anything else would only lead to a refusal.</summary>
    public required Func<CommandScene, bool> Fits { get; init; }

    /// <summary>Makes the command of what was filled in.</summary>
    public required Func<CommandValues, CommandScene, Command> Read { get; init; }

    /// <summary>Whether it may change what counts, and so make a dossier void that is being decided about.</summary>
    public bool ChangesWhatCounts { get; init; }

    /// <summary>The field that holds a file, or null.</summary>
    public CommandField? File => Fields.FirstOrDefault(one => one.Kind == CommandFieldKind.File);
}
