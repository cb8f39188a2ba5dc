using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads a person: id, name, email, language.</summary>
internal static class PersonReader
{
    public static Person? Read(YamlValue value, string path, FaultLog log) =>
        Fields.Of(value, path, log, Read);

    public static Person Read(Fields fields) =>
        new(
            fields.Required("id", "", (value, path) => Texts.Line(value, path, fields.Log)),
            fields.Required(
                "name",
                Blank.Text,
                (value, path) => Texts.Localized(value, path, fields.Log)
            ),
            fields.Required("email", "", (value, path) => Texts.Line(value, path, fields.Log)),
            fields.Required<Language>(
                "language",
                (value, path) => Scalars.Language(value, path, fields.Log)
            )
        );
}
