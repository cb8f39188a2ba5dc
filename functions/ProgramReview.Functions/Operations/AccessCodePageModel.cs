using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Operations;

/// <summary>The sheet with an access code, shown this once.</summary>
public sealed record AccessCodePageModel : IPageModel
{
    /// <summary>The approver's language, plan and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>Whose code it is.</summary>
    public required Person Holder { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>Where operations came from.</summary>
    public required string BackPath { get; init; }
}
