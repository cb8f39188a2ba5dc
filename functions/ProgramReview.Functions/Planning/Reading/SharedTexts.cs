using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Texts that several report types share, by name: <c>outlines</c> and <c>dataAnnexes</c>.</summary>
internal sealed class SharedTexts
{
    private readonly Dictionary<string, IReadOnlyList<LocalizedText>> outlines = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, LocalizedText> annexes = new(StringComparer.Ordinal);

    public static SharedTexts Read(Fields plan)
    {
        var shared = new SharedTexts();
        Each(
            plan,
            "outlines",
            (name, value, path) => shared.outlines[name] = Sections(value, path, plan.Log)
        );
        Each(
            plan,
            "dataAnnexes",
            (name, value, path) =>
                shared.annexes[name] = Texts.Localized(value, path, plan.Log) ?? Blank.Text
        );
        return shared;
    }

    /// <summary>A list of sections, or the name of one of <c>outlines</c>.</summary>
    public IReadOnlyList<LocalizedText>? Outline(YamlValue value, string path, FaultLog log) =>
        value is YamlScalar
            ? Named(outlines, "outlines", value, path, log)
            : Sections(value, path, log);

    /// <summary>A text, or the name of one of <c>dataAnnexes</c>.</summary>
    public LocalizedText? DataAnnex(YamlValue value, string path, FaultLog log) =>
        value is YamlScalar
            ? Named(annexes, "dataAnnexes", value, path, log)
            : Texts.Localized(value, path, log);

    private static IReadOnlyList<LocalizedText> Sections(
        YamlValue value,
        string path,
        FaultLog log
    ) => Lists.Read(value, path, log, (item, at) => Texts.Localized(item, at, log));

    private static T? Named<T>(
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

        if (known.TryGetValue(name, out var text))
        {
            return text;
        }

        var remedy = (log.IsFull ? null : Spelling.Nearest(name, known.Keys)) is { } nearest
            ? $"Perhaps '{nearest}' is meant"
            : $"Add it to {place}, or write the text here";
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
                        "Names with texts are expected here",
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
