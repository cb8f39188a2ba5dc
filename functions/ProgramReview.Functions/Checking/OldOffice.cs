using System.Buffers.Binary;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Recognises the formats of Office 97-2003 by the streams in a compound file's root: what is embedded lies deeper. An encrypted
/// Office Open XML file is a compound file too.
/// </summary>
internal static class OldOffice
{
    private const int FibBase = 32;
    private const ushort IsEncryptedBit = 0x0100;
    private const int FirstRecords = 64 * 1024;
    private const ushort BeginOfFile = 0x0809;
    private const ushort EndOfFile = 0x000A;
    private const ushort FilePass = 0x002F;

    /// <summary>Looks at a file that begins like a compound file.</summary>
    public static FileShape Recognise(FileBytes file)
    {
        if (CompoundFile.Open(file)?.Streams() is not { Count: > 0 } streams)
        {
            return FileShape.Damaged;
        }
        return streams.ContainsKey("EncryptedPackage") ? new FileShape(null, IsEncrypted: true)
            : streams.TryGetValue("WordDocument", out var word) ? Word(word(FibBase))
            : streams.TryGetValue("Workbook", out var book) || streams.TryGetValue("Book", out book)
                ? Excel(book(FirstRecords))
            : FileShape.Unknown;
    }

    // The file information block (MS-DOC 2.5.2).
    private static FileShape Word(ReadOnlySpan<byte> fib) =>
        fib.Length < FibBase || fib[..2] is not ([0xEC, 0xA5] or [0xDC, 0xA5])
            ? new FileShape(FileFormat.Doc, IsDamaged: true)
            : new FileShape(
                FileFormat.Doc,
                (BinaryPrimitives.ReadUInt16LittleEndian(fib[10..]) & IsEncryptedBit) != 0
            );

    // The records of the globals (MS-XLS 2.1.7.20.3); their heads are never encrypted.
    private static FileShape Excel(ReadOnlySpan<byte> records)
    {
        if (records.Length < 4 || BinaryPrimitives.ReadUInt16LittleEndian(records) != BeginOfFile)
        {
            return new FileShape(FileFormat.Xls, IsDamaged: true);
        }
        while (records.Length >= 4)
        {
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(records);
            if (kind is FilePass or EndOfFile)
            {
                return new FileShape(FileFormat.Xls, IsEncrypted: kind == FilePass);
            }
            var length = 4 + BinaryPrimitives.ReadUInt16LittleEndian(records[2..]);
            records = records[Math.Min(length, records.Length)..];
        }
        return new FileShape(FileFormat.Xls);
    }
}
