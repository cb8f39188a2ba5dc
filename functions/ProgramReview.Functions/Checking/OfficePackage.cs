using System.Xml;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Recognises Office Open XML by what its relationships name as the main part and by that part's content type (ECMA-376 part 2), and
/// holds every part against its check sum.
/// </summary>
internal static class OfficePackage
{
    private const long MaxSum = 200L * 1024 * 1024;
    private const long MaxPart = 64L * 1024 * 1024;
    private const long MaxTable = 4L * 1024 * 1024;
    private const string Prefix = "application/vnd.openxmlformats-officedocument.";
    private static readonly Uri Root = new("http://package/");

    /// <summary>Looks at an archive that begins at a place in the file.</summary>
    public static FileShape Recognise(FileBytes file, long start)
    {
        if (ZipDirectory.Read(file, start) is not { } parts)
        {
            return FileShape.Damaged;
        }
        // What an unpacker yields is what the directory declares and no byte more, so that the sum bounds all that follows.
        if (parts.Any(part => part.Size > MaxPart) || parts.Sum(part => part.Size) > MaxSum)
        {
            return new FileShape(null, IsOversized: true);
        }
        if (parts.Any(part => part.IsEncrypted))
        {
            return new FileShape(null, IsEncrypted: true);
        }
        if (Find(parts, "[Content_Types].xml") is not { } types)
        {
            return FileShape.Unknown;
        }
        try
        {
            return
                Find(parts, "_rels/.rels") is { } relations
                && MainPart(Table(file, relations)) is { } name
                && Find(parts, name) is { } main
                ? new FileShape(
                    FormatOf(Table(file, types), main.Name),
                    IsDamaged: parts.Any(part => !ZipUnpacker.TryUnpack(file, part))
                )
                : FileShape.Unknown;
        }
        catch (XmlException)
        {
            return FileShape.Damaged;
        }
    }

    private static ZipPart? Find(IReadOnlyList<ZipPart> parts, string name) =>
        parts.FirstOrDefault(part => Same(part.Name, name));

    private static string? MainPart(IEnumerable<Dictionary<string, string>> relations) =>
        relations
            .Where(relation =>
                relation
                    .GetValueOrDefault("Type", "")
                    .EndsWith("/officeDocument", StringComparison.Ordinal)
                && relation.GetValueOrDefault("TargetMode") != "External"
            )
            .Select(relation => relation.GetValueOrDefault("Target", "").Replace('\\', '/'))
            .Select(target =>
                Uri.TryCreate(Root, target, out var part)
                    ? Uri.UnescapeDataString(part.AbsolutePath).Trim('/')
                    : null
            )
            .FirstOrDefault();

    private static FileFormat? FormatOf(IEnumerable<Dictionary<string, string>> types, string part)
    {
        var rows = types.ToList();
        var type =
            rows.Find(row => Same(row.GetValueOrDefault("PartName", "").Trim('/'), part))
            ?? rows.Find(row =>
                Same("." + row.GetValueOrDefault("Extension"), Path.GetExtension(part))
            );
        return type?.GetValueOrDefault("ContentType") switch
        {
            Prefix + "wordprocessingml.document.main+xml" => FileFormat.Docx,
            Prefix + "spreadsheetml.sheet.main+xml" => FileFormat.Xlsx,
            _ => null,
        };
    }

    // Both tables are flat: elements with attributes.
    private static List<Dictionary<string, string>> Table(FileBytes file, ZipPart part)
    {
        using var bytes = new MemoryStream();
        if (part.Size > MaxTable || !ZipUnpacker.TryUnpack(file, part, bytes))
        {
            throw new XmlException($"{part.Name} cannot be read.");
        }
        bytes.Position = 0;
        var rows = new List<Dictionary<string, string>>();
        using var xml = XmlReader.Create(bytes, new XmlReaderSettings { XmlResolver = null });
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }
            var row = new Dictionary<string, string>();
            while (xml.MoveToNextAttribute())
            {
                row[xml.LocalName] = xml.Value;
            }
            rows.Add(row);
        }
        return rows;
    }

    private static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
