using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>One mail of a rehearsal.</summary>
public sealed record SentMail
{
    /// <summary>When it went out.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The outbox id: subject, occasion and person.</summary>
    public required string Id { get; init; }

    /// <summary>Which template.</summary>
    public required string Kind { get; init; }

    /// <summary>The receiver's id in the plan.</summary>
    public required string Person { get; init; }

    /// <summary>An assignment, a round's number, or empty.</summary>
    public required string About { get; init; }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>Where it went.</summary>
    public required string Address { get; init; }

    /// <summary>Its subject line.</summary>
    public required string Subject { get; init; }

    /// <summary>When the link in it ends; null without a personal link.</summary>
    public required DateTimeOffset? LinkExpires { get; init; }
}
