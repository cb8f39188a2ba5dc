using ProgramReview.Core.Naming;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Approving;

/// <summary>What the page of changes since the round before shows: all of them, or the words of one part.</summary>
public sealed record RoundChangesPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The decision page.</summary>
    public required string BackPath { get; init; }

    /// <summary>All that changed.</summary>
    public required RoundDifference Changes { get; init; }

    /// <summary>Which page of the words of bodies, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The part whose words are shown; null where all changes are.</summary>
    public PartId? Part { get; init; }

    /// <summary>What changed in its words.</summary>
    public IReadOnlyList<SectionDiff> Sections { get; init; } = [];

    /// <summary>The page's own path without the part.</summary>
    public string Path => $"{BackPath}/changes";
}
