using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Links;

/// <summary>Tells whoever had a duty or a seat, in their language, that it has passed to somebody else; it never says to whom.</summary>
/// <param name="Context">Reader, plan (required here) and instant.</param>
/// <param name="Body">The code of the body that the duty is about; null for a seat among the approvers.</param>
public sealed record LinkPassedPageModel(PageContext Context, string? Body) : IPageModel;
