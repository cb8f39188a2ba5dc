using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>What a file's structure says of its format.</summary>
/// <param name="Format">The format, or null if none was recognised.</param>
/// <param name="IsEncrypted">Whether it asks for a password.</param>
/// <param name="IsDamaged">Whether it is broken or cut off.</param>
/// <param name="IsOversized">Whether it unpacks to more than is read.</param>
internal sealed record FileShape(
    FileFormat? Format,
    bool IsEncrypted = false,
    bool IsDamaged = false,
    bool IsOversized = false
)
{
    /// <summary>No known format.</summary>
    public static readonly FileShape Unknown = new((FileFormat?)null);

    /// <summary>It begins like a format, but its tables are missing, broken, or say that it was longer.</summary>
    public static readonly FileShape Damaged = new(null, IsDamaged: true);

    /// <summary>Recognises a file by its first bytes that are not blank and, from there, by its tables.</summary>
    public static FileShape Recognise(FileBytes file)
    {
        var start = file.SkipBlanks(0);
        return file.Read(start, 8) switch
        {
            [0x50, 0x4B, 0x03, 0x04, ..] => OfficePackage.Recognise(file, start),
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] when start == 0 => OldOffice.Recognise(
                file
            ),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => PdfShape.Recognise(
                file,
                start
            ),
            // Web pages and rich text are letters too, and no tables.
            [(byte)'<' or (byte)'{', ..] => Unknown,
            _ => CsvShape.Recognise(file),
        };
    }
}
