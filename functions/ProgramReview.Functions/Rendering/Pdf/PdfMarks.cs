using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ProgramReview.Functions.Rendering.Pdf;

/// <summary>
/// Names of fonts and of the file itself, which the library draws by lot. Others of the same length take their place: the same dossier is the same
/// bytes, and nothing in the file moves.
/// </summary>
internal static partial class PdfMarks
{
    /// <summary>The file with marks that follow from what it holds.</summary>
    public static byte[] Fixed(byte[] file)
    {
        // Every byte is one letter of this encoding, and back.
        var text = Encoding.Latin1.GetString(file);
        var fonts = new Dictionary<string, string>(StringComparer.Ordinal);
        text = FontMark().Replace(text, match => NameOf(fonts, match.Value));
        text = FileMark().Replace(text, match => new string('0', match.Length));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)))[..32];
        var uuid = new Guid(Convert.FromHexString(hash)).ToString();
        text = EmptyMark().Replace(text, match => match.Length == hash.Length ? hash : uuid);
        return Encoding.Latin1.GetBytes(text);
    }

    private static string NameOf(Dictionary<string, string> fonts, string mark)
    {
        if (!fonts.TryGetValue(mark, out var name))
        {
            fonts[mark] = name = $"AAAAA{(char)('A' + fonts.Count)}";
        }
        return name;
    }

    [GeneratedRegex(@"(?<=/(BaseFont|FontName)/)[A-Z]{6}(?=\+)")]
    private static partial Regex FontMark();

    [GeneratedRegex(
        @"(?<=/ID\[<)[0-9A-F]{32}(?=>)|(?<=/ID\[<[0-9A-F]{32}><)[0-9A-F]{32}(?=>)|(?<=ID>uuid:)[0-9a-f-]{36}(?=<)"
    )]
    private static partial Regex FileMark();

    [GeneratedRegex(@"(?<=/ID\[<)0{32}(?=>)|(?<=/ID\[<0{32}><)0{32}(?=>)|(?<=ID>uuid:)0{36}(?=<)")]
    private static partial Regex EmptyMark();
}
