using System.Text.Json.Serialization;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>What is asked, from whom, in which window.</summary>
public sealed record ReportType
{
    /// <summary>Unique in the plan, for example <c>r6</c>.</summary>
    public required string Code { get; init; }

    /// <summary>What the report is called on pages and in letters, in each language.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it is called where there is little room, as in subjects and table heads; null: by its title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LocalizedText? ShortTitle { get; init; }

    /// <summary>The sections that every report of this type contains, in order.</summary>
    public required IReadOnlyList<OutlineSection> Outline { get; init; }

    /// <summary>What the data annex covers: actual figures and marked estimates, in words.</summary>
    public LocalizedText? DataAnnex { get; init; }

    /// <summary>
    /// Whether its figures are of the programme as a whole, as those of the consolidated report always are: they are compared with what all
    /// bodies add up to, and never added. Otherwise they are of the owing body with all below it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FiguresOfWhole { get; init; }

    /// <summary>The files that it consists of; null: one file, the report as a whole (<see cref="ReportPart.Of"/>).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ReportPart>? Parts { get; init; }

    /// <summary>The formats that are accepted, of all parts together; at least one.</summary>
    public required IReadOnlyList<FileFormat> Formats { get; init; }

    /// <summary>The largest file, in bytes; at most 256 MiB (one Put Blob).</summary>
    public required long MaxBytes { get; init; }

    /// <summary>The codes of the bodies that owe it, in plan order.</summary>
    public required IReadOnlyList<string> OwedBy { get; init; }

    /// <summary>Report types that must be settled for all bodies before this one opens.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>Report types of which only the owing body's own report must be settled before this one opens for it.</summary>
    public IReadOnlyList<string> AfterOwn { get; init; } = [];

    /// <summary>When it opens at the latest, even if what it waits for is not settled.</summary>
    public required DateTimeOffset OpensAtLatest { get; init; }

    /// <summary>From this instant on a report is late.</summary>
    public required Deadline Due { get; init; }

    /// <summary>From this instant on a report is refused, unless a person admits it.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>When reminders are sent, ascending; all before <see cref="Due"/>.</summary>
    public required IReadOnlyList<DateTimeOffset> Reminders { get; init; }

    /// <summary>The part with this code, or null.</summary>
    public ReportPart? FindPart(string code) =>
        ReportPart.Of(this).FirstOrDefault(part => part.Code == code);

    /// <summary>The part that somebody means: the one named, or without a name the only one; else null.</summary>
    public ReportPart? PartMeant(string? code) =>
        !string.IsNullOrEmpty(code) ? FindPart(code)
        : ReportPart.Of(this) is [var only] ? only
        : null;

    /// <summary>What it is called where there is little room.</summary>
    [JsonIgnore]
    public LocalizedText Brief => ShortTitle ?? Title;

    /// <summary>Whether figures have a place in it: an annex among its parts, or the one file that it is.</summary>
    [JsonIgnore]
    public bool HoldsFigures => Parts?.Any(part => part.Kind == PartKind.Annex) ?? true;

    /// <summary>Whether an assignment must be settled before a body's report of this type opens.</summary>
    /// <param name="body">The body.</param>
    /// <param name="earlier">The assignment.</param>
    public bool WaitsFor(string body, AssignmentId earlier) =>
        After.Contains(earlier.ReportType)
        || (earlier.Body == body && AfterOwn.Contains(earlier.ReportType));

    /// <summary>The <c>due</c> in force for an assignment of this type: its window's, or the plan's before one opened.</summary>
    public Deadline DueOf(AssignmentState state) => state.Current?.DueInForce ?? Due;

    /// <summary>The <c>closes</c> in force for an assignment of this type.</summary>
    public Deadline ClosesOf(AssignmentState state) => state.Current?.Closes ?? Closes;
}
