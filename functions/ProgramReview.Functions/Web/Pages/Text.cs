using System.Globalization;
using System.Text.Json;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>The product's own words, one flat file per language, embedded.</summary>
public static class Text
{
    private static readonly Dictionary<Language, Dictionary<string, string>> Texts =
        Enum.GetValues<Language>().ToDictionary(language => language, Read);

    /// <summary>All keys of one language.</summary>
    public static IReadOnlyDictionary<string, string> All(Language language) => Texts[language];

    /// <summary>The text of a key with its places filled in.</summary>
    /// <exception cref="KeyNotFoundException">The language has no such key.</exception>
    public static string Get(Language language, string key, params object?[] arguments)
    {
        if (!Texts[language].TryGetValue(key, out var text))
        {
            throw new KeyNotFoundException($"No text '{key}' in {language}.");
        }

        return arguments.Length == 0
            ? text
            : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }

    /// <summary>Whether there is a text under a key.</summary>
    public static bool Has(string key) => Texts[Language.Vi].ContainsKey(key);

    /// <summary>The text for a count: the key ends in <c>.one</c> or <c>.many</c>, and {0} is the count.</summary>
    public static string Count(Language language, string key, int count) =>
        Get(language, $"{key}.{(count == 1 ? "one" : "many")}", Numbers.Show(language, count));

    /// <summary>The word for a value of an enumeration: the key is <c>type.value</c>, each in small letters with hyphens.</summary>
    public static string Word<T>(Language language, T value)
        where T : struct, Enum => Get(language, Key(value));

    /// <summary>The key of an enumeration's value.</summary>
    public static string Key<T>(T value)
        where T : struct, Enum => $"{Hyphenate(typeof(T).Name)}.{Hyphenate(value.ToString())}";

    /// <summary>A name in small letters with hyphens, as in <c>on-time</c>.</summary>
    internal static string Hyphenate(string name) =>
        string.Concat(
            name.Select(
                (c, i) =>
                    char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()
            )
        );

    private static Dictionary<string, string> Read(Language language)
    {
        using var stream = typeof(Text).Assembly.GetManifestResourceStream(
            $"texts.{LanguageTags.TagOf(language)}.json"
        )!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
