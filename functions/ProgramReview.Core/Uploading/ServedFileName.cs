using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Uploading;

/// <summary>The name a stored file is served under: the sender's, with an extension that its content bears out.</summary>
public static class ServedFileName
{
    /// <summary>The sender's name, its extension replaced if it promises anything else than was recognised.</summary>
    /// <param name="name">The sender's name, cleaned.</param>
    /// <param name="format">What was recognised, or null for an extension that nothing opens.</param>
    public static string Of(string name, FileFormat? format)
    {
        var extension = format is { } known ? $".{known.ToString().ToLowerInvariant()}" : ".bin";
        var given = Path.GetExtension(name);
        if (given.Equals(extension, StringComparison.OrdinalIgnoreCase))
        {
            return name;
        }
        // What follows the last dot of "Báo cáo 9.2024" or "Số 12. Báo cáo" is no extension.
        var isExtension =
            format is not null
            && given.Length is > 1 and <= 6
            && given.Length < name.Length
            && given.Skip(1).All(char.IsAsciiLetterOrDigit)
            && given.Any(char.IsAsciiLetter);
        return (isExtension ? name[..^given.Length] : name) + extension;
    }
}
