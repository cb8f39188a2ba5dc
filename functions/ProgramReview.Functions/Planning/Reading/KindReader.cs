using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads what holds for all bodies of a kind.</summary>
internal static class KindReader
{
    public static BodyKind? Read(YamlValue value, string path, FaultLog log) =>
        Fields.Of(
            value,
            path,
            log,
            fields => new BodyKind(
                fields.Required("code", "", (code, at) => Texts.Line(code, at, log)),
                fields.Required<DocumentStyle>(
                    "style",
                    (style, at) => Scalars.Word<DocumentStyle>(style, at, log, "a style")
                )
            )
        );
}
