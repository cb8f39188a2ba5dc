using System.Buffers.Binary;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>Writes xls files record by record.</summary>
internal static class Xlss
{
    /// <summary>A record.</summary>
    public static byte[] Record(ushort kind, params byte[] data) =>
        [(byte)kind, (byte)(kind >> 8), (byte)data.Length, (byte)(data.Length >> 8), .. data];

    /// <summary>The beginning of the book or of a sheet.</summary>
    public static byte[] Begin(bool isSheet = false) =>
        Record(0x809, 0, 6, (byte)(isSheet ? 0x10 : 5), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The end of either.</summary>
    public static byte[] End => Record(0x0A);

    /// <summary>A book of one sheet with these records.</summary>
    public static byte[] Book(params IReadOnlyList<byte[]> sheet) => Book([], [sheet]);

    /// <summary>A book with these records at its head, and sheets; all but the first are hidden.</summary>
    public static byte[] Book(
        IReadOnlyList<byte[]> head,
        IReadOnlyList<IReadOnlyList<byte[]>> sheets
    )
    {
        List<byte[]> globals = [Begin(), .. head];
        var listed = sheets
            .Select(
                (_, i) =>
                    Record(
                        0x85,
                        [
                            0,
                            0,
                            0,
                            0,
                            (byte)(i == 0 ? 0 : 2),
                            0,
                            6,
                            0,
                            .. Encoding.Latin1.GetBytes($"Sheet{i}"),
                        ]
                    )
            )
            .ToList();
        var place = globals.Concat(listed).Append(End).Sum(record => record.Length);
        var bodies = new List<byte>();
        foreach (var (i, sheet) in sheets.Index())
        {
            BinaryPrimitives.WriteInt32LittleEndian(listed[i].AsSpan(4), place + bodies.Count);
            bodies.AddRange([.. Begin(isSheet: true), .. sheet.SelectMany(one => one), .. End]);
        }
        byte[] book = [.. globals.Concat(listed).SelectMany(one => one), .. End, .. bodies];
        return book.Length < 4096 ? [.. book, .. new byte[4096 - book.Length]] : book;
    }

    /// <summary>A file of a book.</summary>
    public static byte[] Of(byte[] book) => CompoundFiles.Of(9, [("Workbook", book)]);

    /// <summary>A place and a style, as cells begin.</summary>
    public static byte[] At(int row, int column, int style = 0) =>
        [(byte)row, (byte)(row >> 8), (byte)column, (byte)(column >> 8), (byte)style, 0];

    /// <summary>A text of one byte a letter or two.</summary>
    public static byte[] Text(string text, bool isWide = true) =>
        [
            (byte)text.Length,
            (byte)(text.Length >> 8),
            (byte)(isWide ? 1 : 0),
            .. (isWide ? Encoding.Unicode : Encoding.Latin1).GetBytes(text),
        ];

    /// <summary>A formula with a result of eight bytes.</summary>
    public static byte[] Formula(int row, int column, params byte[] result) =>
        Record(0x06, [.. At(row, column), .. result, 0, 0, 0, 0, 0, 0, 0, 0]);
}
