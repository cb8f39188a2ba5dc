using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Mail;

/// <summary>The keys under which the texts of a kind of letter stand.</summary>
public static class LetterName
{
    private const string Suffix = "Letter";

    /// <summary>The key of one of its texts: <c>name</c>, <c>subject</c> or <c>body</c>.</summary>
    /// <param name="kind">The name of the kind's type.</param>
    /// <param name="part">Which text.</param>
    public static string Key(string kind, string part) =>
        $"mail.{Text.Hyphenate(kind.EndsWith(Suffix, StringComparison.Ordinal) ? kind[..^Suffix.Length] : kind)}.{part}";

    /// <summary>What people call it; a kind that this version does not know any more keeps its stored name.</summary>
    public static string Word(Language language, string kind) =>
        Key(kind, "name") is var key && Text.Has(key) ? Text.Get(language, key) : kind;
}
