using System.Xml;

namespace ProgramReview.Functions.Checking;

/// <summary>The parts of an Office Open XML file with their types and relations (ECMA-376 part 2); names are the same in any spelling.</summary>
internal sealed class OfficeParts
{
    private const long MaxSum = 200L * 1024 * 1024;
    private const long MaxPart = 64L * 1024 * 1024;
    private const long MaxTable = 4L * 1024 * 1024;
    private static readonly Uri Root = new("http://package/");

    private readonly FileBytes file;
    private readonly Dictionary<string, ZipPart> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<OfficeTypes> types;

    /// <summary>Takes the parts of an archive's directory; the first of a name counts.</summary>
    public OfficeParts(FileBytes file, IReadOnlyList<ZipPart> listed)
    {
        this.file = file;
        foreach (var part in listed)
        {
            parts.TryAdd(part.Name, part);
        }
        types = new(() => new OfficeTypes(Table("[Content_Types].xml")));
    }

    /// <summary>
    /// Whether it unpacks to more than is read. What an unpacker yields is what the directory declares and no byte more, so that the sum bounds all
    /// that follows.
    /// </summary>
    public static bool IsOversized(IReadOnlyList<ZipPart> listed) =>
        listed.Any(part => part.Size > MaxPart) || listed.Sum(part => part.Size) > MaxSum;

    /// <summary>The names of all parts.</summary>
    public IEnumerable<string> Names => parts.Values.Select(part => part.Name);

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>The part that the file is about, or null.</summary>
    public string? Main =>
        Related("", "officeDocument").FirstOrDefault(part => Has(part)) is { } name
            ? parts[name].Name
            : null;

    /// <summary>The content of a part that is there.</summary>
    public Stream Open(string name) => ZipUnpacker.Open(file, parts[name]);

    /// <summary>The content type of a part, or null.</summary>
    public string? TypeOf(string name) => types.Value.Of(name);

    /// <summary>The parts that a part of this file names for a purpose, in its order.</summary>
    public IEnumerable<string> Related(string part, string kind) =>
        Relations(part)
            .Where(relation => relation.Kind == kind && !relation.IsExternal)
            .Select(relation => relation.Target);

    /// <summary>What a part refers to; the whole file's own relations under an empty name.</summary>
    public IReadOnlyList<OfficeRelation> Relations(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var table = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return Has(table)
            ?
            [
                .. Table(table)
                    .Where(row => row.ContainsKey("Target"))
                    .Select(row => Relation(row, part)),
            ]
            : [];
    }

    private static OfficeRelation Relation(Dictionary<string, string> row, string part)
    {
        var type = row.GetValueOrDefault("Type", "");
        var target = row["Target"];
        var isExternal = row.GetValueOrDefault("TargetMode") == "External";
        return new OfficeRelation(
            row.GetValueOrDefault("Id", ""),
            type[(type.LastIndexOf('/') + 1)..],
            isExternal ? target
                : Uri.TryCreate(Root, part, out var from)
                && Uri.TryCreate(from, target.Replace('\\', '/'), out var place)
                    ? Uri.UnescapeDataString(place.AbsolutePath).Trim('/')
                : "",
            isExternal
        );
    }

    // Such tables are flat: elements with attributes.
    private List<Dictionary<string, string>> Table(string name)
    {
        var rows = new List<Dictionary<string, string>>();
        if (!parts.TryGetValue(name, out var part) || part.Size > MaxTable)
        {
            throw new InvalidDataException($"{name} is not there, or too long.");
        }
        using var content = Open(name);
        using var xml = XmlReader.Create(content, new XmlReaderSettings { XmlResolver = null });
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
}
