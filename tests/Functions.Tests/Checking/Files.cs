using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ProgramReview.Functions.Tests.Checking;

/// <summary>Files as people send them, whole and broken, made on the spot.</summary>
internal static class Files
{
    private const string Types = "application/vnd.openxmlformats-officedocument.";
    public const string WordType = Types + "wordprocessingml.document.main+xml";
    public const string ExcelType = Types + "spreadsheetml.sheet.main+xml";
    private const string SlidesType = Types + "presentationml.presentation.main+xml";

    public static readonly byte[] Docx = Office("word/document.xml", WordType);
    public static readonly byte[] Xlsx = Office("xl/workbook.xml", ExcelType);
    public static readonly byte[] Pptx = Office("ppt/presentation.xml", SlidesType);
    public static readonly byte[] PlainZip = Zip(("word/document.xml", "<x/>"), ("a.txt", "a"));
    public static readonly byte[] Doc = CompoundFiles.Of(9, "1Table", "WordDocument");
    public static readonly byte[] Xls = CompoundFiles.Of(9, "Workbook");
    public static readonly byte[] EncryptedOffice = CompoundFiles.Of(
        9,
        "EncryptionInfo",
        "EncryptedPackage"
    );

    public static byte[] Sample(string name) =>
        File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "samples", name)
        );

    /// <summary>An Office file whose relationships lead to this main part; its names as a writer spells them.</summary>
    public static byte[] Office(string part, string type, Func<string, string>? spell = null)
    {
        spell ??= name => name;
        return Zip(
            (
                spell("[Content_Types].xml"),
                $"<Types><Default Extension='rels' ContentType='r'/><Override PartName='/{part}' ContentType='{type}'/></Types>"
            ),
            (
                spell("_rels/.rels"),
                $"<Relationships><Relationship Id='r2' Type='x/metadata' Target='y'/><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='{part}'/></Relationships>"
            ),
            (spell(part), string.Concat(Enumerable.Repeat("<x>Ủy ban nhân dân</x>", 300)))
        );
    }

    public static byte[] Zip(params IReadOnlyList<(string Name, string Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return bytes.ToArray();
    }

    /// <summary>The same archive, its parts' names spelt otherwise.</summary>
    public static byte[] Respelt(byte[] archive, Func<string, string> spell) =>
        Stored([.. Parts(archive).Select(part => (spell(part.Name), part.Content))]);

    /// <summary>The parts of an archive.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Parts(byte[] archive)
    {
        using var from = new ZipArchive(new MemoryStream(archive));
        return
        [
            .. from.Entries.Select(entry =>
            {
                using var part = entry.Open();
                using var content = new MemoryStream();
                part.CopyTo(content);
                return (entry.FullName, content.ToArray());
            }),
        ];
    }

    /// <summary>An archive of parts that are not packed.</summary>
    public static byte[] Stored(IReadOnlyList<(string Name, byte[] Content)> parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A whole archive within another, not packed any further, and the beginning of what follows.</summary>
    public static byte[] CutBehind(byte[] inner)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "word/embeddings/a.xlsx", "word/document.xml" })
            {
                using var part = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(inner);
            }
        }
        return bytes.ToArray()[..(inner.Length + 200)];
    }

    /// <summary>The same archive with zeros for the packed bytes of its last part.</summary>
    public static byte[] Zeroed(byte[] archive)
    {
        byte[] file = [.. archive];
        var last = file.AsSpan().LastIndexOf("PK\u0003\u0004"u8);
        var end = file.AsSpan().IndexOf("PK\u0001\u0002"u8);
        file.AsSpan((last + 80)..(end - 20)).Clear();
        return file;
    }

    /// <summary>The same archive; the directory says so many bytes of each part.</summary>
    public static byte[] Declaring(byte[] archive, uint size)
    {
        byte[] file = [.. archive];
        for (
            var at = 0;
            file.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next;
            at += next + 4
        )
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + next + 24), size);
        }
        return file;
    }

    /// <summary>The same archive; the directory says so many packed bytes of each part.</summary>
    public static byte[] Packing(byte[] archive, uint size)
    {
        byte[] file = [.. archive];
        for (
            var at = 0;
            file.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is >= 0 and var next;
            at += next + 4
        )
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + next + 20), size);
        }
        return file;
    }

    /// <summary>The same archive; the directory lists its last part so many times more.</summary>
    public static byte[] Repeating(byte[] archive, int times)
    {
        var first = archive.AsSpan().IndexOf("PK\u0001\u0002"u8);
        var last = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var end = archive.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        byte[] directory =
        [
            .. archive[first..end],
            .. Enumerable.Repeat(archive[last..end], times).SelectMany(record => record),
        ];
        byte[] file = [.. archive[..first], .. directory, .. archive[end..]];
        var ending = file.AsSpan(first + directory.Length);
        var count = (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(ending[10..]) + times);
        BinaryPrimitives.WriteUInt16LittleEndian(ending[8..], count);
        BinaryPrimitives.WriteUInt16LittleEndian(ending[10..], count);
        BinaryPrimitives.WriteUInt32LittleEndian(ending[12..], (uint)directory.Length);
        return file;
    }

    /// <summary>An archive whose directory lists so many parts, while its end record claims another number.</summary>
    public static byte[] Directory(int parts, ushort claimed)
    {
        const int LocalSize = 31;
        const int RecordSize = 47;
        var file = new byte[LocalSize + parts * RecordSize + 22];
        BinaryPrimitives.WriteUInt32LittleEndian(file, 0x04034B50);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 1);
        file[30] = (byte)'a';
        for (var i = 0; i < parts; i++)
        {
            var record = file.AsSpan(LocalSize + i * RecordSize);
            BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014B50);
            BinaryPrimitives.WriteUInt16LittleEndian(record[28..], 1);
            record[46] = (byte)'a';
        }
        var end = file.AsSpan(file.Length - 22);
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], claimed);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], claimed);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)(parts * RecordSize));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], LocalSize);
        return file;
    }
}
