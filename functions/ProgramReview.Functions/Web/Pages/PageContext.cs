using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>What every page needs: whose language, which plan, and the instant it is drawn at.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Now">The instant of drawing, in product time; relative times are counted from it.</param>
/// <param name="Plan">The plan the page belongs to, or null where none is known.</param>
public sealed record PageContext(Language Language, DateTimeOffset Now, PlanLookup? Plan);
