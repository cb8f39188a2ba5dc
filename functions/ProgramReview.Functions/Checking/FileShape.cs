using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>What a file's structure says of its format.</summary>
/// <param name="Format">The format, or null if none was recognised.</param>
/// <param name="IsEncrypted">Whether it asks for a password.</param>
/// <param name="IsDamaged">Whether it is broken or cut off.</param>
internal sealed record FileShape(
    FileFormat? Format,
    bool IsEncrypted = false,
    bool IsDamaged = false
)
{
    /// <summary>No known format.</summary>
    public static readonly FileShape Unknown = new((FileFormat?)null);

    /// <summary>Recognises a file by its first bytes and, from there, by its tables.</summary>
    /// <param name="content">A seekable stream.</param>
    /// <param name="size">Its length, at least 1.</param>
    public static FileShape Recognise(Stream content, long size)
    {
        var head = new byte[Math.Min(size, 1024)];
        content.Position = 0;
        content.ReadExactly(head);
        ReadOnlySpan<byte> start = head;
        return start switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => ZipShape.Recognise(content),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => CompoundFileShape.Recognise(
                content,
                size
            ),
            _ when start.IndexOf("%PDF-"u8) >= 0 => PdfShape.Recognise(content, size),
            _ => Unknown,
        };
    }
}
