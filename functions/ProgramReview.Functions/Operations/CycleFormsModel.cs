using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>The forms with which operations decide about a cycle's processes.</summary>
public sealed record CycleFormsModel
{
    /// <summary>Where the forms post to, without the command's name.</summary>
    public required string Path { get; init; }

    /// <summary>The failed processes that can be started again.</summary>
    public required IReadOnlyList<string> Failed { get; init; }

    /// <summary>The contacts that can be erased.</summary>
    public IReadOnlyList<Person> Erasable { get; init; } = [];

    /// <summary>What was filled in before, or an empty draft with a fresh id.</summary>
    public required CommandDraft Draft { get; init; }

    /// <summary>Whether the cycle still runs.</summary>
    public required bool IsRunning { get; init; }

    /// <summary>The command that was refused, or null.</summary>
    public string? Tried { get; init; }

    /// <summary>Why, or null.</summary>
    public Refusal? Refusal { get; init; }
}
