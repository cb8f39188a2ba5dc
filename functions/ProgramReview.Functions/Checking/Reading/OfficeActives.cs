using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking.Reading;

/// <summary>Finds in an Office file what acts by itself or brings another file along: by what its parts are called, are, and refer to.</summary>
internal static class OfficeActives
{
    /// <summary>All there is, each once.</summary>
    public static IEnumerable<ActiveContent> Of(OfficeParts parts, ReadingBudget budget)
    {
        foreach (var part in parts.Names)
        {
            budget.Step();
            if (KindOf(part, parts.TypeOf(part) ?? "") is { } kind)
            {
                yield return Active.Of(kind, part);
            }
        }
        foreach (var part in parts.Names.Select(Referring).OfType<string>())
        {
            budget.Look();
            foreach (var relation in parts.Relations(part))
            {
                var kind = relation.IsExternal
                    ? Elsewhere(relation)
                    : Within(parts, part, relation);
                if (kind is { } active)
                {
                    yield return Active.Of(active, relation.Target);
                }
            }
        }
    }

    // Word names its own template on every computer by a path there, which no other computer follows.
    private static ActiveContentKind? Elsewhere(OfficeRelation relation) =>
        relation.Kind switch
        {
            "hyperlink" or "externalLinkPath" => null,
            "attachedTemplate" => Uri.TryCreate(relation.Target, UriKind.Absolute, out var place)
            && place is { IsFile: true, Host: "" }
                ? null
                : ActiveContentKind.RemoteTemplate,
            _ => ActiveContentKind.RemoteContent,
        };

    private static ActiveContentKind? Within(
        OfficeParts parts,
        string from,
        OfficeRelation relation
    ) =>
        relation.Kind switch
        {
            "vbaProject" or "xlMacrosheet" or "xlIntlMacrosheet" => ActiveContentKind.Macro,
            "control" or "activeXControlBinary" => ActiveContentKind.ActiveX,
            "externalLink" => ActiveContentKind.ExternalWorkbook,
            "connections" => ActiveContentKind.RemoteContent,
            // The figures that a chart was drawn from.
            "package" when IsChart(parts, from) && Is(relation.Target, ".xlsx") => null,
            "oleObject" or "package" or "aFChunk" or "subDocument" =>
                ActiveContentKind.EmbeddedObject,
            _ => null,
        };

    private static ActiveContentKind? KindOf(string part, string type) =>
        Is(part, "/vbaProject.bin")
        || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
            ? ActiveContentKind.Macro
        : part.Contains("/activeX/", StringComparison.OrdinalIgnoreCase) ? ActiveContentKind.ActiveX
        : null;

    private static bool IsChart(OfficeParts parts, string part) =>
        parts.TypeOf(part)?.EndsWith("chart+xml", StringComparison.Ordinal) == true;

    // word/_rels/document.xml.rels belongs to word/document.xml.
    private static string? Referring(string name)
    {
        var folder = name.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase);
        return folder < 0 || !Is(name, ".rels")
            ? null
            : name[..folder] + name[(folder + "_rels/".Length)..^".rels".Length];
    }

    private static bool Is(string name, string end) =>
        name.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
