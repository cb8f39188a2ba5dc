using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Narrative;

/// <summary>Texts of reports beside each other: one section of several bodies, or what a search found.</summary>
public sealed record TextsPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>What is asked for.</summary>
    public required TextsQuestion Question { get; init; }

    /// <summary>The sections that can be chosen.</summary>
    public required IReadOnlyList<OutlineSection> Sections { get; init; }

    /// <summary>The reports that are shown.</summary>
    public required IReadOnlyList<TextEntry> Entries { get; init; }

    /// <summary>How many reports there are to read or to search.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them are behind the reader with this page.</summary>
    public required int Seen { get; init; }

    /// <summary>The page's own path, without a query.</summary>
    public required string Path { get; init; }

    /// <summary>Where the reader came from.</summary>
    public required string BackPath { get; init; }

    /// <summary>The search.</summary>
    public TextSearch Search => new(Question.Search);

    /// <summary>Where it goes on, or null at the end.</summary>
    public string? NextPath => Seen < Count ? Path + Question.PathFrom(Seen) : null;
}
