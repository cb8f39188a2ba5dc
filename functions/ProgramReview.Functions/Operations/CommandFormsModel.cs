using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Operations;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Operations;

/// <summary>The forms with which operations decide about one assignment. Each posts its fields below <see cref="Path"/>.</summary>
public sealed record CommandFormsModel
{
    /// <summary>Where the forms post to, without the command's name.</summary>
    public required string Path { get; init; }

    /// <summary>The commands that make sense now.</summary>
    public required IReadOnlyList<CommandKind> Kinds { get; init; }

    /// <summary>What was filled in before, or an empty draft with a fresh id.</summary>
    public required CommandDraft Draft { get; init; }

    /// <summary>The <c>due</c> in force that the reader sees, or null.</summary>
    public required Deadline? Due { get; init; }

    /// <summary>Whether reports can still come.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The reports that can be admitted.</summary>
    public required IReadOnlyList<Submission> Admissible { get; init; }

    /// <summary>Who answers for the body now.</summary>
    public IReadOnlyList<Person> Contacts { get; init; } = [];

    /// <summary>Where the form posts that records a report which came on paper or by mail; null hides it.</summary>
    public string? RecordPath { get; init; }

    /// <summary>The command that was refused, or null.</summary>
    public CommandKind? Tried { get; init; }

    /// <summary>Why, or null.</summary>
    public Refusal? Refusal { get; init; }
}
