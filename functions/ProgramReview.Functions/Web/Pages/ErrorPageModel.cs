namespace ProgramReview.Functions.Web.Pages;

/// <summary>What an error page says: what happened, what is safe, what to do; never a stack trace.</summary>
/// <param name="Context">Reader, instant, and the plan if one is known.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Reference">A reference to quote, found again in the logs; or null.</param>
/// <param name="BackPath">Where to go on, or null.</param>
public sealed record ErrorPageModel(
    PageContext Context,
    ErrorKind Kind,
    string? Reference = null,
    string? BackPath = null
) : IPageModel;
