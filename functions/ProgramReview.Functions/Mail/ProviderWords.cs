using System.Text.RegularExpressions;

namespace ProgramReview.Functions.Mail;

/// <summary>Cleans what a provider says: it often repeats the address, which is stored nowhere.</summary>
internal static partial class ProviderWords
{
    private const int MaxLength = 300;

    /// <summary>The words on one line, short, and without addresses.</summary>
    public static string Cleaned(string words)
    {
        var clean = Space().Replace(Address().Replace(words, "(address)"), " ").Trim();
        return clean.Length <= MaxLength ? clean : clean[..MaxLength];
    }

    [GeneratedRegex("""[^\s<>"'(),:;\[\]]+@[^\s<>"'(),:;\[\]]+""", RegexOptions.NonBacktracking)]
    private static partial Regex Address();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();
}
