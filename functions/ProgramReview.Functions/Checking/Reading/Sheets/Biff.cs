using System.Buffers.Binary;

namespace ProgramReview.Functions.Checking.Reading.Sheets;

/// <summary>The records of an xls that are read (MS-XLS 2.3.2), and what is written in numbers there.</summary>
internal static class Biff
{
    public const ushort Formula = 0x0006;
    public const ushort End = 0x000A;
    public const ushort FilePass = 0x002F;
    public const ushort Font = 0x0031;
    public const ushort Columns = 0x007D;
    public const ushort Sheet = 0x0085;
    public const ushort Numbers = 0x00BD;
    public const ushort RichLabel = 0x00D6;
    public const ushort Style = 0x00E0;
    public const ushort Merged = 0x00E5;
    public const ushort Strings = 0x00FC;
    public const ushort SharedLabel = 0x00FD;
    public const ushort OtherBook = 0x01AE;
    public const ushort Number = 0x0203;
    public const ushort Label = 0x0204;
    public const ushort BooleanOrError = 0x0205;
    public const ushort Text = 0x0207;
    public const ushort Row = 0x0208;
    public const ushort Packed = 0x027E;
    public const ushort Format = 0x041E;
    public const ushort Begin = 0x0809;

    /// <summary>The kind of sheet that holds cells.</summary>
    public const byte CellSheet = 0;

    /// <summary>That of macros written in cells.</summary>
    public const byte MacroSheet = 1;

    /// <summary>That of a program.</summary>
    public const byte ModuleSheet = 6;

    /// <summary>Whether a book that is named is this one, or what belongs to the program.</summary>
    public static bool IsOwn(int book) => book is 0x0401 or 0x3A01;

    /// <summary>A number of two bytes.</summary>
    public static int Word(ReadOnlyMemory<byte> data, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(data.Span[at..]);

    /// <summary>A number packed in four bytes (MS-XLS 2.5.217): the upper bits of a double or a whole number, perhaps a hundredth of it.</summary>
    public static double Unpacked(ReadOnlyMemory<byte> data, int at)
    {
        var bits = BinaryPrimitives.ReadInt32LittleEndian(data.Span[at..]);
        var number =
            (bits & 2) != 0 ? bits >> 2 : BitConverter.Int64BitsToDouble((long)(bits & ~3) << 32);
        return (bits & 1) != 0 ? number / 100 : number;
    }

    /// <summary>What an error is called.</summary>
    public static string Error(byte code) =>
        code switch
        {
            0x00 => "#NULL!",
            0x07 => "#DIV/0!",
            0x0F => "#VALUE!",
            0x17 => "#REF!",
            0x1D => "#NAME?",
            0x24 => "#NUM!",
            0x2A => "#N/A",
            _ => "#ERROR!",
        };
}
