using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Web.Links;

/// <summary>
/// The one neutral page for links that do not open: the same for unknown, revoked and expired ones, in all languages at once. Its
/// form posts to <see cref="FreshLinkPath"/>, without fields.
/// </summary>
/// <param name="Context">Instant; the language only orders the languages; no plan.</param>
/// <param name="FreshLinkPath">Where a fresh link is asked for.</param>
/// <param name="IsRequested">Whether one has just been asked for; the answer is the same whether or not anything was sent.</param>
public sealed record LinkProblemPageModel(
    PageContext Context,
    string FreshLinkPath,
    bool IsRequested = false
) : IPageModel;
