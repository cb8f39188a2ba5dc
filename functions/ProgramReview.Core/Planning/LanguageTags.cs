namespace ProgramReview.Core.Planning;

/// <summary>The languages by their tags: <c>vi</c>, <c>en</c>, <c>hi</c>.</summary>
public static class LanguageTags
{
    /// <summary>The tag of a language.</summary>
    public static string TagOf(Language language) => language.ToString().ToLowerInvariant();

    /// <summary>The language of a tag; null if there is none.</summary>
    public static Language? Of(string tag) =>
        Enum.GetValues<Language>()
            .Where(language => TagOf(language) == tag)
            .Select(language => (Language?)language)
            .FirstOrDefault();
}
