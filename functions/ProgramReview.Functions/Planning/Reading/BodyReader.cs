using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads one body.</summary>
internal static class BodyReader
{
    public static Body? Read(YamlValue value, string path, FaultLog log) =>
        Fields.Of(
            value,
            path,
            log,
            fields => new Body(
                fields.Required("code", "", (code, at) => Texts.Line(code, at, log)),
                fields.Required("name", Blank.Text, (name, at) => Texts.Localized(name, at, log)),
                fields.Required("kind", "", (kind, at) => Texts.Line(kind, at, log)),
                fields.Optional("parent", (parent, at) => Texts.Line(parent, at, log)),
                fields.Items(
                    "contacts",
                    required: false,
                    (person, at) => PersonReader.Read(person, at, log)
                )
            )
        );
}
