using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Links;

/// <summary>Tells the former contact of a body, in their language, that the duty to report has passed to somebody else; it never says to whom.</summary>
/// <param name="Context">Reader, plan (required here) and instant.</param>
/// <param name="Body">The body's code.</param>
public sealed record LinkPassedPageModel(PageContext Context, string Body) : IPageModel;
