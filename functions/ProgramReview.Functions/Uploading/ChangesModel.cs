using ProgramReview.Core.Checking;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Uploading;

/// <summary>What is otherwise in a version of a part than in the one before.</summary>
public sealed record ChangesModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The part.</summary>
    public required PartId Part { get; init; }

    /// <summary>The version before.</summary>
    public required Submission Before { get; init; }

    /// <summary>The version.</summary>
    public required Submission After { get; init; }

    /// <summary>What changed; null where the two cannot be compared.</summary>
    public required ContentChanges? Changes { get; init; }

    /// <summary>The path of the part on the upload page.</summary>
    public required string BackPath { get; init; }
}
