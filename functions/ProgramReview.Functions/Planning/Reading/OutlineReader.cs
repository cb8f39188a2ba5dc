using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads the sections of an outline: titles alone, or with what is needed to find them in files.</summary>
internal static class OutlineReader
{
    private static readonly OutlineSection Untitled = Blank.Text;

    public static IReadOnlyList<OutlineSection> Read(YamlValue value, string path, FaultLog log) =>
        Lists.Read(value, path, log, (section, at) => Section(section, at, log));

    private static OutlineSection? Section(YamlValue value, string path, FaultLog log) =>
        value is YamlMap map && map.Entries.Keys.Any(key => key is "code" or "title")
            ? Fields.Of(value, path, log, Section)
        : Texts.Localized(value, path, log) is { } title ? (OutlineSection)title
        : null;

    private static OutlineSection Section(Fields fields)
    {
        var log = fields.Log;
        var title = fields.Required(
            "title",
            Untitled,
            (value, path) =>
                Texts.Localized(value, path, log) is { } text ? (OutlineSection)text : null
        );
        return title with
        {
            Code = fields.Required("code", "", (value, path) => Texts.Line(value, path, log)),
            Synonyms = Texts.Synonyms(fields),
            Required =
                fields.Optional<bool>("required", (value, path) => Scalars.Truth(value, path, log))
                ?? true,
            Beside = fields.Optional("beside", (value, path) => Texts.Line(value, path, log)),
            TooShort = fields.Optional<int>(
                "tooShort",
                (value, path) => Scalars.Number(value, path, log)
            ),
        };
    }
}
