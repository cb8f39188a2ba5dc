namespace ProgramReview.Core.Planning;

/// <summary>The languages by their BCP 47 tags: <c>vi</c>, <c>en</c>, <c>hi</c>.</summary>
public static class LanguageTags
{
    /// <summary>The tag of a language.</summary>
    public static string TagOf(Language language) => language.ToString().ToLowerInvariant();

    /// <summary>The language of a tag that came from outside, in letters of either case; null if the product has none of this tag.</summary>
    public static Language? Of(string? tag) =>
        Enum.GetValues<Language>()
            .Where(language =>
                string.Equals(TagOf(language), tag, StringComparison.OrdinalIgnoreCase)
            )
            .Select(language => (Language?)language)
            .FirstOrDefault();
}
