using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>A page of a dossier as HTML files: the part of it that the page is about is drawn by the part's own component.</summary>
/// <param name="Content">What is drawn from.</param>
/// <param name="Title">Its title.</param>
public sealed record HtmlPageModel(DossierContent Content, string Title) : IPageModel
{
    /// <inheritdoc/>
    public PageContext Context => Content.Reader;

    /// <summary>Whether it is for looking at tables.</summary>
    public bool IsWide { get; init; }

    /// <summary>The page before it of the same list, or null.</summary>
    public string? Previous { get; init; }

    /// <summary>The page after it of the same list, or null.</summary>
    public string? Next { get; init; }

    /// <summary>The component that draws what it is about.</summary>
    public required Type Part { get; init; }

    /// <summary>That component's parameters.</summary>
    public required IDictionary<string, object> Parameters { get; init; }
}
