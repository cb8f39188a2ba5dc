using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;

namespace ProgramReview.Core.Requesting;

/// <summary>
/// What a report's process needs to know of its assignment: small, and free of names and contents, since it goes into the
/// orchestration's history.
/// </summary>
public sealed record ReportSnapshot
{
    /// <summary>The current window; 0 before the first opened.</summary>
    public required int Window { get; init; }

    /// <summary>The <c>due</c> in force, or null before the first window opened.</summary>
    public required Deadline? Due { get; init; }

    /// <summary>The <c>closes</c> in force, or null before the first window opened.</summary>
    public required Deadline? Closes { get; init; }

    /// <summary>When a person moved the <c>due</c> in force, or null if nobody did.</summary>
    public DateTimeOffset? DueMovedAt { get; init; }

    /// <summary>Whether all that the current window waits for has come and counts.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>When the last outstanding check of the current window is given up; null if none is.</summary>
    public DateTimeOffset? ChecksUntil { get; init; }

    /// <summary>Until when something of the current window can be corrected after its close; null if nothing can.</summary>
    public Deadline? CorrectionsUntil { get; init; }

    /// <summary>Whether a query about what came in the current window has no answer.</summary>
    public bool IsUnexplained { get; init; }

    /// <summary>Whether a person exempted the body.</summary>
    public required bool IsExempt { get; init; }

    /// <summary>How the current window ended, or null while it runs.</summary>
    public required WindowOutcome? Outcome { get; init; }

    /// <summary>Whether all report types that come before are settled.</summary>
    public required bool StageIsOpen { get; init; }

    /// <summary>The snapshot of a state.</summary>
    /// <param name="state">The assignment.</param>
    /// <param name="stageIsOpen">Whether all report types that come before are settled.</param>
    public static ReportSnapshot Of(AssignmentState state, bool stageIsOpen) =>
        new()
        {
            Window = state.Current?.Number ?? 0,
            Due = state.Current?.DueInForce,
            Closes = state.Current?.Closes,
            IsAccepted = state.CurrentIsAccepted,
            ChecksUntil = state.Current is { Number: var number }
                ? state.ChecksUntil(number)
                : null,
            CorrectionsUntil = state.Correctable().Any() ? state.Current!.CorrectionsEnd : null,
            IsUnexplained = state.UnexplainedNow().Any(),
            IsExempt = state.Exemption is not null,
            Outcome = state.Current?.Outcome,
            StageIsOpen = stageIsOpen,
        };
}
