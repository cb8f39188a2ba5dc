using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>What is said of a file that was checked and not sent.</summary>
public sealed record CheckOnlyModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The part that it is meant for.</summary>
    public required PartId Part { get; init; }

    /// <summary>The path of the form on the upload page.</summary>
    public required string BackPath { get; init; }

    /// <summary>Its name, or empty where none was told.</summary>
    public string FileName { get; init; } = "";

    /// <summary>What was found, the heaviest first; null if it was not checked.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    /// <summary>Why it was not checked, or null.</summary>
    public string? Problem { get; init; }
}
