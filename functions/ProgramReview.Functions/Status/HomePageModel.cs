using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>The first page, for people who are not signed in and hold no link.</summary>
public sealed record HomePageModel : IPageModel
{
    /// <summary>Reader and instant; no plan.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The cycles that run or were published, newest first; at most 20.</summary>
    public required IReadOnlyList<HomeCycle> Cycles { get; init; }

    /// <summary>Whether a fresh link was just asked for; the same is shown whether or not one was sent.</summary>
    public bool IsLinkAsked { get; init; }

    /// <summary>Where a fresh link is asked for.</summary>
    public string LostLinkPath { get; init; } = "/links";

    /// <summary>Where the staff sign in, and come to the cycles.</summary>
    public string StaffPath { get; init; } = "/cycles";
}
