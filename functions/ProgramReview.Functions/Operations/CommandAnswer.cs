using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Operations;

/// <summary>What became of a command: the entry on record, or why there is none.</summary>
public abstract record CommandAnswer
{
    private CommandAnswer() { }

    /// <summary>It is on record, now or from an earlier press of the same form.</summary>
    /// <param name="Entry">Where it stands.</param>
    public sealed record Done(Entry Entry) : CommandAnswer;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : CommandAnswer;
}
