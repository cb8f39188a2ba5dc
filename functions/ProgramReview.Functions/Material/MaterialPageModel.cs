using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Material;

/// <summary>Whether material was made, of what, what changed, and how it is fetched or made anew.</summary>
public sealed record MaterialPageModel : IPageModel
{
    /// <summary>So many changes are named.</summary>
    public const int MostChanges = 100;

    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The newest that was made; null before the first.</summary>
    public MaterialOrder? Newest { get; init; }

    /// <summary>The one before that; null if there is none, so that all is new.</summary>
    public MaterialOrder? Former { get; init; }

    /// <summary>What is otherwise in the newest than in the one before.</summary>
    public MaterialChanges Changes { get; init; } = MaterialChanges.None;

    /// <summary>The one that is being made; null if none is.</summary>
    public MaterialOrder? AtWork { get; init; }

    /// <summary>How many of its steps are done.</summary>
    public int Done { get; init; }

    /// <summary>How many steps there are.</summary>
    public required int Steps { get; init; }

    /// <summary>The page's own path, below which the files are.</summary>
    public required string Path { get; init; }

    /// <summary>Where the page is posted to have it made; null where that is done elsewhere.</summary>
    public string? AskPath { get; init; }

    /// <summary>Where operations order it; null for others.</summary>
    public string? OrderPath { get; init; }

    /// <summary>Where the texts are read.</summary>
    public required string TextsPath { get; init; }

    /// <summary>Where the reader came from.</summary>
    public required string BackPath { get; init; }
}
