using System.Buffers;
using System.Globalization;
using System.Text;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Looks at the frame of a PDF (ISO 32000-2, 7.5): its end, the cross-references this points to, the trailer, and whether it opens
/// without a password. No page is read.
/// </summary>
internal static class PdfShape
{
    // More than any trailer or encryption dictionary takes.
    private const int MaxObject = 256 * 1024;
    private static readonly SearchValues<byte> ObjectHead = SearchValues.Create(
        "0123456789 \r\n\t"u8
    );

    /// <summary>Looks at a file whose header stands at a place.</summary>
    public static FileShape Recognise(FileBytes file, long start)
    {
        try
        {
            var at = file.LastIndexOf("startxref"u8, file.Length);
            return at < 0 || GoesOn(file, at) || IsCut(file, start)
                ? new FileShape(FileFormat.Pdf, IsDamaged: true)
                : Trailer(file, start, at) switch
                {
                    { } trailer when trailer.ContainsKey("Root") => new FileShape(
                        FileFormat.Pdf,
                        IsEncrypted: IsLocked(file, trailer)
                    ),
                    _ => new FileShape(FileFormat.Pdf, IsDamaged: true),
                };
        }
        catch (InvalidDataException)
        {
            return new FileShape(FileFormat.Pdf, IsDamaged: true);
        }
    }

    // Behind the last end mark there may be anything but objects: then this was the end of an earlier revision, or of a file within.
    private static bool GoesOn(FileBytes file, long startOfEnd)
    {
        var mark = file.IndexOf("%%EOF"u8, startOfEnd);
        if (mark < 0)
        {
            return true;
        }
        var behind = file.SkipBlanks(mark + "%%EOF".Length);
        return file.Read(behind, 1) is [>= (byte)'0' and <= (byte)'9']
            || file.IndexOf("endobj"u8, behind) >= 0
            || file.IndexOf("endstream"u8, behind) >= 0;
    }

    // A file for the web says in its first object how long it is.
    private static bool IsCut(FileBytes file, long start)
    {
        var head = file.Read(start, 1024);
        var at = head.AsSpan().IndexOf(" obj"u8);
        if (at < 0 || head.AsSpan().IndexOf("/Linearized"u8) < at)
        {
            return false;
        }
        at += " obj".Length;
        return new PdfReader(file.Read(start + at, MaxObject)).ReadDictionary() is { } first
            && first.ContainsKey("Linearized")
            && first.GetValueOrDefault("L") is long length
            && length > file.Length - start;
    }

    private static Dictionary<string, object>? Trailer(FileBytes file, long start, long end)
    {
        var offset = new PdfReader(file.Read(end + "startxref".Length, 64)).Read() as long? ?? -1;
        // Offsets count from the header, or from the first byte of the file; where they are wrong, readers look for the last trailer.
        foreach (var place in new[] { start + offset, offset })
        {
            var at = place < 0 || place >= end ? end : file.SkipBlanks(place);
            var bytes = file.Read(at, MaxObject).AsSpan();
            if (bytes.StartsWith("xref"u8))
            {
                return TrailerAt(file, file.IndexOf("trailer"u8, at));
            }
            var words = bytes.IndexOf("obj"u8);
            if (
                words is > 0 and < 32
                && bytes[..words].IndexOfAnyExcept(ObjectHead) < 0
                && new PdfReader(bytes[(words + 3)..]).ReadDictionary() is { } stream
                && stream.GetValueOrDefault("Type") as string == "XRef"
            )
            {
                return stream;
            }
        }
        return TrailerAt(file, file.LastIndexOf("trailer"u8, end));
    }

    private static Dictionary<string, object>? TrailerAt(FileBytes file, long at) =>
        at < 0 ? null : new PdfReader(file.Read(at + "trailer".Length, MaxObject)).ReadDictionary();

    private static bool IsLocked(FileBytes file, Dictionary<string, object> trailer)
    {
        var encryption = trailer.GetValueOrDefault("Encrypt") switch
        {
            PdfReference reference => ObjectOf(file, reference),
            var direct => direct,
        };
        return encryption switch
        {
            null or "null" => trailer.GetValueOrDefault("Encrypt") is PdfReference,
            Dictionary<string, object> how => !PdfPassword.OpensWithout(
                how,
                (trailer.GetValueOrDefault("ID") as List<object>)?.FirstOrDefault() as byte[] ?? []
            ),
            _ => true,
        };
    }

    // The encryption dictionary never lies in a packed stream; its last revision holds.
    private static object? ObjectOf(FileBytes file, PdfReference reference)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"{reference.Number} {reference.Generation} obj"
        );
        var at = "\n\r ".Max(blank =>
            file.LastIndexOf(Encoding.ASCII.GetBytes(blank + head), file.Length)
        );
        return at < 0 ? null : new PdfReader(file.Read(at + 1 + head.Length, MaxObject)).Read();
    }
}
