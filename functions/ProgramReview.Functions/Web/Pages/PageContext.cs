using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>What every page needs: whose language, which plan, and the instant it is drawn at.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Now">The instant of drawing, in product time; relative times are counted from it.</param>
/// <param name="Plan">The plan the page belongs to, or null where none is known.</param>
public sealed record PageContext(Language Language, DateTimeOffset Now, PlanLookup? Plan)
{
    /// <summary>The path that choosing another language leads back to; null for what answers no request: letters, kept files.</summary>
    public string? Here { get; init; }

    /// <summary>The context of a page that answers a request: in the language its reader chose, or else in the usual one.</summary>
    /// <param name="request">The request.</param>
    /// <param name="usual">The language of readers who chose none.</param>
    /// <param name="now">The instant of drawing.</param>
    /// <param name="plan">The plan, or null.</param>
    public static PageContext For(
        HttpRequest request,
        Language usual,
        DateTimeOffset now,
        PlanLookup? plan
    ) =>
        new(LanguageChoice.Of(request) ?? usual, now, plan)
        {
            Here = LanguageChoice.WayBackTo(request),
        };
}
