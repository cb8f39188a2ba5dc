using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>What the list of all exceptions of a kind shows.</summary>
public sealed record StatusAlarmsModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The kind.</summary>
    public required StatusAlarmKind Kind { get; init; }

    /// <summary>The name of the part of the cycle, or null for the whole.</summary>
    public string? Part { get; init; }

    /// <summary>The exceptions of this page.</summary>
    public required IReadOnlyList<StatusAlarm> Alarms { get; init; }

    /// <summary>How many there are in all, or null where only some were searched for.</summary>
    public required int? Count { get; init; }

    /// <summary>The list from its beginning, whatever is searched for.</summary>
    public required string Path { get; init; }

    /// <summary>The part of the cycle as its form sends it, or null for the whole.</summary>
    public string? At { get; init; }

    /// <summary>What was searched for, or empty.</summary>
    public string Search { get; init; } = "";

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>The status page.</summary>
    public required string BackPath { get; init; }

    /// <summary>The page before, or null.</summary>
    public string? PreviousPath { get; init; }

    /// <summary>The page after, or null.</summary>
    public string? NextPath { get; init; }

    /// <summary>The same page without links that would only turn this reader away.</summary>
    public StatusAlarmsModel For(StaffRole role, AudienceTable audiences) =>
        audiences.IsOpenTo(role, nameof(StoryFunction))
            ? this
            : this with
            {
                Alarms = [.. Alarms.Select(alarm => alarm with { StoryPath = null })],
            };
}
