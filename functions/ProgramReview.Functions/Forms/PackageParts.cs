using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Forms;

/// <summary>
/// The parts around an Office document that is written as it comes. A package of the SDK must be held whole before it can be sent, which such a
/// document is not.
/// </summary>
internal static class PackageParts
{
    /// <summary>What the types of Office's parts begin with.</summary>
    public const string Office = "application/vnd.openxmlformats-officedocument";

    private const string Relation =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XNamespace Types =
        "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly XNamespace Relations =
        "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>What every package begins with: the types of its parts, where its main part is, its title and language.</summary>
    /// <param name="title">The title.</param>
    /// <param name="language">The language.</param>
    /// <param name="parts">The parts with their types, the main one first.</param>
    public static IEnumerable<(string Name, byte[] Content)> Heads(
        string title,
        Language language,
        params IReadOnlyList<(string Part, string Type)> parts
    ) =>
        [
            ("[Content_Types].xml", Bytes(TypesOf(parts))),
            (
                "_rels/.rels",
                Bytes(
                    new XElement(
                        Relations + "Relationships",
                        Link("main", $"{Relation}/officeDocument", parts[0].Part),
                        Link(
                            "core",
                            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                            "docProps/core.xml"
                        )
                    )
                )
            ),
            ("docProps/core.xml", Bytes(FormProperties.Core(FormText.Clean(title), language))),
        ];

    /// <summary>The relationships of a part.</summary>
    /// <param name="name">The part that holds them.</param>
    /// <param name="links">Each with its id, its kind and where it leads.</param>
    public static (string Name, byte[] Content) Links(
        string name,
        params IReadOnlyList<(string Id, string Kind, string Target)> links
    ) =>
        (
            name,
            Bytes(
                new XElement(
                    Relations + "Relationships",
                    links.Select(link => Link(link.Id, $"{Relation}/{link.Kind}", link.Target))
                )
            )
        );

    /// <summary>A part that is at hand.</summary>
    public static (string Name, byte[] Content) Part(string name, OpenXmlElement root) =>
        (name, Encoding.UTF8.GetBytes(root.OuterXml));

    private static XElement TypesOf(IEnumerable<(string Part, string Type)> parts) =>
        new(
            Types + "Types",
            new XElement(
                Types + "Default",
                new XAttribute("Extension", "rels"),
                new XAttribute(
                    "ContentType",
                    "application/vnd.openxmlformats-package.relationships+xml"
                )
            ),
            parts
                .Append(
                    (
                        "docProps/core.xml",
                        "application/vnd.openxmlformats-package.core-properties+xml"
                    )
                )
                .Select(one => new XElement(
                    Types + "Override",
                    new XAttribute("PartName", $"/{one.Item1}"),
                    new XAttribute("ContentType", one.Item2)
                ))
        );

    private static XElement Link(string id, string type, string target) =>
        new(
            Relations + "Relationship",
            new XAttribute("Id", id),
            new XAttribute("Type", type),
            new XAttribute("Target", target)
        );

    private static byte[] Bytes(XElement root)
    {
        using var bytes = new MemoryStream();
        root.Save(bytes);
        return bytes.ToArray();
    }
}
