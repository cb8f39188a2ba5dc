using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Operations;

/// <summary>What became of a command: the entry on record, or why there is none.</summary>
public abstract record CommandAnswer
{
    private CommandAnswer() { }

    /// <summary>It is on record, now or from an earlier press of the same form.</summary>
    /// <param name="Entry">Where it stands.</param>
    public sealed record Done(Entry Entry) : CommandAnswer;

    /// <summary>It is on record, and led to something that is shown this once and kept nowhere.</summary>
    /// <param name="Entry">Where it stands.</param>
    /// <param name="Person">For whom: the person id.</param>
    /// <param name="Code">The access code.</param>
    public sealed record Issued(Entry Entry, string Person, string Code) : CommandAnswer;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Refused(Refusal Why) : CommandAnswer;
}
