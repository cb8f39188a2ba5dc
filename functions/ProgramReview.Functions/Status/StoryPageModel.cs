using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Mail;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>The story of one assignment, or of the cycle itself, entry by entry.</summary>
public sealed record StoryPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The assignment, or null for the cycle's own story.</summary>
    public required AssignmentId? Assignment { get; init; }

    /// <summary>Its state now, or null for the cycle.</summary>
    public required AssignmentPhase? Phase { get; init; }

    /// <summary>How each of its parts stands; empty for a cycle and before it opened.</summary>
    public IReadOnlyList<PartStanding> Parts { get; init; } = [];

    /// <summary>The window that was opened last, with the instants in force; or null.</summary>
    public Window? Window { get; init; }

    /// <summary>Every time the body's duty to report passed to another person, in order; it stands in the cycle's stream.</summary>
    public IReadOnlyList<Handover> Handovers { get; init; } = [];

    /// <summary>The entries of this page, in order.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>Which page, from 1, the oldest entries standing on the first.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The page with earlier entries, or null.</summary>
    public string? EarlierPath { get; init; }

    /// <summary>The page with later entries, or null.</summary>
    public string? LaterPath { get; init; }

    /// <summary>The mails about it, in order; empty if none.</summary>
    public required IReadOnlyList<OutboxMail> Mails { get; init; }

    /// <summary>What stands about the versions that count or came last.</summary>
    public IReadOnlyList<StoryFinding> Findings { get; init; } = [];

    /// <summary>The forms to decide about it, or null for readers who may not.</summary>
    public CommandFormsModel? Commands { get; init; }

    /// <summary>The way back to the status page.</summary>
    public required string StatusPath { get; init; }
}
