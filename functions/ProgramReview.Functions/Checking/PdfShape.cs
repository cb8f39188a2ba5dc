using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>Looks at the end of a PDF (ISO 32000-1, 7.5.5): its end mark, and whether the trailer names an encryption dictionary.</summary>
internal static class PdfShape
{
    private const int Tail = 4096;

    /// <summary>Reads the last bytes, and the cross-reference section they point to.</summary>
    public static FileShape Recognise(Stream content, long size)
    {
        var tail = Read(content, Math.Max(0, size - Tail), (int)Math.Min(size, Tail));
        var isWhole = tail.AsSpan().LastIndexOf("%%EOF"u8) >= 0;
        var isEncrypted =
            Names(tail)
            || (StartOfReferences(tail, size) is { } start && Names(Read(content, start, Tail)));
        return new FileShape(FileFormat.Pdf, isEncrypted, IsDamaged: !isWhole);
    }

    private static bool Names(byte[] bytes) => bytes.AsSpan().IndexOf("/Encrypt"u8) >= 0;

    private static long? StartOfReferences(byte[] tail, long size)
    {
        var at = tail.AsSpan().LastIndexOf("startxref"u8);
        if (at < 0)
        {
            return null;
        }
        var digits = tail.AsSpan(at + "startxref"u8.Length).TrimStart("\r\n \t"u8);
        var length = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return
            long.TryParse(digits[..Math.Max(0, length)], out var start)
            && start >= 0
            && start < size
            ? start
            : null;
    }

    private static byte[] Read(Stream content, long from, int count)
    {
        content.Position = from;
        var bytes = new byte[count];
        var read = content.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return bytes[..read];
    }
}
