using System.Buffers.Binary;
using System.Text;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <content>Compound files and tables in plain text.</content>
internal static partial class HostileFiles
{
    private static IEnumerable<One> Old()
    {
        foreach (
            var (format, make) in new (FileFormat, Func<byte[]>)[]
            {
                (FileFormat.Doc, () => Docs.Of(("Chữ\r", false))),
                (FileFormat.Xls, () => Xlss.Of(Xlss.Book())),
            }
        )
        {
            yield return new("an empty file", format, () => [], ReadingFault.Damaged);
            yield return new("an archive", format, () => Files.Docx, ReadingFault.Damaged);
            yield return new(
                "an encrypted file of today",
                format,
                () => Files.EncryptedOffice,
                ReadingFault.Locked
            );
            yield return new(
                "nothing of its own",
                format,
                () => CompoundFiles.Of(9, "Other"),
                ReadingFault.Damaged
            );
            foreach (var share in Enumerable.Range(1, 9))
            {
                yield return new(
                    $"cut at {share}0 %",
                    format,
                    () => make()[..(make().Length * share / 10)],
                    ReadingFault.Damaged
                );
            }
        }
        yield return new(
            "a million pieces of one text",
            FileFormat.Doc,
            () =>
                Docs.Write(
                    new byte[100_000],
                    [.. Enumerable.Repeat(1_000, 10_000)],
                    [.. Enumerable.Repeat(0x800u, 10_000)]
                ),
            ReadingFault.TooLarge
        );
        yield return new(
            "a piece behind the end",
            FileFormat.Doc,
            () => Docs.Write([], [100_000], [0x800]),
            ReadingFault.Damaged
        );
        yield return new(
            "a piece of less than nothing",
            FileFormat.Doc,
            () => Docs.Write([], [100, -50], [0x800, 0x800]),
            ReadingFault.Damaged,
            null
        );
        yield return new(
            "a record behind the end",
            FileFormat.Xls,
            () => Xlss.Of([.. Xlss.Begin(), 0xFC, 0, 0xFF, 0xFF, .. new byte[4000]]),
            ReadingFault.Damaged
        );
        yield return new(
            "a sheet behind the end",
            FileFormat.Xls,
            () =>
                Xlss.Of(
                    Xlss.Book(
                        [Xlss.Record(0x85, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 1, 0, (byte)'a')],
                        []
                    )
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "texts that are claimed",
            FileFormat.Xls,
            () =>
                Xlss.Of(
                    Xlss.Book(
                        [
                            Xlss.Record(
                                0xFC,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0xFF,
                                0x7F,
                                0xFF,
                                0xFF,
                                0
                            ),
                        ],
                        []
                    )
                ),
            ReadingFault.Damaged
        );
        yield return new(
            "many sheets that are one",
            FileFormat.Xls,
            () => Xlss.Of(ManySheets()),
            ReadingFault.TooLarge
        );
        yield return new(
            "records too short for what they tell",
            FileFormat.Xls,
            () =>
                Xlss.Of(
                    Xlss.Book([
                        .. new ushort[]
                        {
                            0x06,
                            0x7D,
                            0xBD,
                            0xD6,
                            0xE5,
                            0xFD,
                            0x203,
                            0x204,
                            0x205,
                            0x207,
                            0x208,
                            0x27E,
                        }.SelectMany(kind =>
                            Enumerable
                                .Range(0, 6)
                                .Select(length => Xlss.Record(kind, new byte[length]))
                        ),
                    ])
                ),
            null,
            ReadingFault.Damaged
        );
    }

    private static byte[] ManySheets()
    {
        var cells = Enumerable
            .Range(0, 5_000)
            .Select(i => Xlss.Record(0x203, [.. Xlss.At(i, 0), .. BitConverter.GetBytes(1.0)]))
            .ToList();
        List<IReadOnlyList<byte[]>> sheets =
        [
            cells,
            .. Enumerable.Repeat<IReadOnlyList<byte[]>>([], 300),
        ];
        var book = Xlss.Book([], sheets);
        var place = book.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x85, 0]);
        var first = BinaryPrimitives.ReadInt32LittleEndian(book.AsSpan(place + 4));
        for (var at = place; book[at] == 0x85; at += 4 + book[at + 2])
        {
            BinaryPrimitives.WriteInt32LittleEndian(book.AsSpan(at + 4), first);
        }
        return book;
    }

    private static IEnumerable<One> Tables()
    {
        yield return new(
            "a million columns",
            FileFormat.Csv,
            () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1;", 1_000_000))),
            ReadingFault.Damaged
        );
        yield return new(
            "more cells than are kept",
            FileFormat.Csv,
            () => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1;1\n", 500_001))),
            ReadingFault.TooLarge
        );
        yield return new(
            "a quote that never ends",
            FileFormat.Csv,
            () => Encoding.ASCII.GetBytes("a;b\nc;\"" + new string('x', 5 * Megabyte)),
            null,
            ReadingFault.Damaged
        );
        yield return new("zeros", FileFormat.Csv, () => new byte[1000], ReadingFault.Damaged);
        yield return new("an empty file", FileFormat.Csv, () => [], (ReadingFault?)null);
        yield return new(
            "a single sign",
            FileFormat.Csv,
            () => "sep="u8.ToArray(),
            (ReadingFault?)null
        );
    }
}
