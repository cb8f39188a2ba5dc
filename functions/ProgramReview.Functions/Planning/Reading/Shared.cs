using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>What several report types share, by name: <c>outlines</c>, <c>dataAnnexes</c> and <c>parts</c>.</summary>
internal sealed class Shared
{
    private readonly Dictionary<string, IReadOnlyList<OutlineSection>> outlines = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, LocalizedText> annexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ReportPart>> parts = new(
        StringComparer.Ordinal
    );
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);

    public static Shared Read(Fields plan)
    {
        var shared = new Shared();
        var log = plan.Log;
        Each(
            plan,
            "outlines",
            (name, value, path) => shared.outlines[name] = OutlineReader.Read(value, path, log)
        );
        Each(
            plan,
            "dataAnnexes",
            (name, value, path) =>
                shared.annexes[name] = Texts.Localized(value, path, log) ?? Blank.Text
        );
        Each(
            plan,
            "parts",
            (name, value, path) => shared.parts[name] = PartReader.Read(value, path, log)
        );
        return shared;
    }

    /// <summary>A list of sections, or the name of one of <c>outlines</c>.</summary>
    public IReadOnlyList<OutlineSection>? Outline(YamlValue value, string path, FaultLog log) =>
        value is YamlScalar
            ? Named(outlines, "outlines", value, path, log)
            : OutlineReader.Read(value, path, log);

    /// <summary>A text, or the name of one of <c>dataAnnexes</c>.</summary>
    public LocalizedText? DataAnnex(YamlValue value, string path, FaultLog log) =>
        value is YamlScalar
            ? Named(annexes, "dataAnnexes", value, path, log)
            : Texts.Localized(value, path, log);

    /// <summary>A list of parts, or the name of one of <c>parts</c>.</summary>
    public IReadOnlyList<ReportPart>? Parts(YamlValue value, string path, FaultLog log) =>
        value is YamlScalar
            ? Named(parts, "parts", value, path, log)
            : PartReader.Read(value, path, log);

    private T? Named<T>(
        Dictionary<string, T> known,
        string place,
        YamlValue value,
        string path,
        FaultLog log
    )
        where T : class
    {
        if (Texts.Line(value, path, log) is not { } name)
        {
            return null;
        }

        if (known.TryGetValue(name, out var found))
        {
            // Its faults are told once, at the first report type that uses it, and are to be mended where it stands.
            if (placed.Add($"{place}.{name}"))
            {
                log.PlaceAs(path, $"{place}.{name}");
            }

            return found;
        }

        var remedy = (log.IsFull ? null : Spelling.Nearest(name, known.Keys)) is { } nearest
            ? $"Perhaps '{nearest}' is meant"
            : $"Add it to {place}, or write it out here";
        log.Add(value, path, $"'{name}' is not among {place}", remedy);
        return null;
    }

    private static void Each(Fields plan, string key, Action<string, YamlValue, string> read) =>
        plan.Optional<YamlMap>(
            key,
            (value, path) =>
            {
                if (value is not YamlMap map)
                {
                    plan.Log.Add(
                        value,
                        path,
                        "Names are expected here, each with what it stands for",
                        "Write 'name: ...' lines"
                    );
                    return null;
                }

                foreach (var entry in map.Entries.Values)
                {
                    read(entry.Key, entry.Value, $"{path}.{entry.Key}");
                }

                return map;
            }
        );
}
