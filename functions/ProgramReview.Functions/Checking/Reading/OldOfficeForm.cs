using System.Buffers.Binary;
using System.Text;
using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Finds what one of our forms wrote among the properties of a file of Office 97-2003 (MS-OLEPS): names in a dictionary, values by number.</summary>
internal static class OldOfficeForm
{
    /// <summary>The stream that holds them.</summary>
    public const string Stream = "\u0005DocumentSummaryInformation";

    private const int Most = 1_000;
    private const int Dictionary = 0;
    private const int CodePage = 1;
    private const int Wide = 1200;
    private const int LetterText = 0x1E;
    private const int WideText = 0x1F;
    private static readonly Guid Custom = new("D5CDD505-2E9C-101B-9397-08002B2CF9AE");

    /// <summary>The mark; null without one, also where the properties are broken: the file is read all the same.</summary>
    public static FormMark? Of(byte[] stream)
    {
        try
        {
            return SectionOf(stream) is { } section ? Marks(section) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static byte[]? SectionOf(byte[] stream)
    {
        const int Head = 28;
        const int Entry = 20;
        for (var at = Head; at + Entry <= Math.Min(stream.Length, Head + 2 * Entry); at += Entry)
        {
            if (new Guid(stream.AsSpan(at, 16)) == Custom)
            {
                return stream.AsSpan()[Number(stream, at + 16)..].ToArray();
            }
        }
        return null;
    }

    private static FormMark? Marks(byte[] section)
    {
        var places = new Dictionary<int, int>();
        for (var i = 0; i < Math.Min(Number(section, 4), Most); i++)
        {
            places[Number(section, 8 + i * 8)] = Number(section, 12 + i * 8);
        }
        if (!places.TryGetValue(Dictionary, out var names))
        {
            return null;
        }
        var isWide =
            places.TryGetValue(CodePage, out var page) && Number(section, page + 4) == Wide;
        var marks = new FormMarks();
        var at = names + 4;
        for (var i = 0; i < Math.Min(Number(section, names), Most); i++)
        {
            var length = Number(section, at + 4) * (isWide ? 2 : 1);
            var name = Text(section.AsSpan(at + 8, length), isWide);
            if (FormMarks.Are(name) && places.TryGetValue(Number(section, at), out var place))
            {
                marks.Add(name, Value(section, place, isWide));
            }
            at += 8 + (isWide ? (length + 3) / 4 * 4 : length);
        }
        return marks.All;
    }

    private static string Value(byte[] section, int place, bool isWide)
    {
        var length = Number(section, place + 4);
        return Number(section, place) switch
        {
            LetterText => Text(section.AsSpan(place + 8, length), isWide),
            WideText => Text(section.AsSpan(place + 8, length * 2), isWide: true),
            _ => "",
        };
    }

    // What our forms write there is plain letters.
    private static string Text(ReadOnlySpan<byte> bytes, bool isWide) =>
        (isWide ? Encoding.Unicode : Encoding.UTF8).GetString(bytes).TrimEnd('\0');

    private static int Number(byte[] bytes, int at) =>
        BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at..));
}
