namespace ProgramReview.Functions.Web.Pages;

/// <summary>A link to the page that a reader came from.</summary>
/// <param name="Path">Where it leads.</param>
/// <param name="Key">The text that says so.</param>
public sealed record WayBack(string Path, string Key);
