using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads the files that a report consists of.</summary>
internal static class PartReader
{
    public static IReadOnlyList<ReportPart> Read(YamlValue value, string path, FaultLog log) =>
        Lists.Read(value, path, log, (part, at) => Part(part, at, log));

    private static ReportPart? Part(YamlValue value, string path, FaultLog log) =>
        Fields.Of(
            value,
            path,
            log,
            fields => new ReportPart(
                fields.Required("code", "", (code, at) => Texts.Line(code, at, log)),
                fields.Required(
                    "title",
                    Blank.Text,
                    (title, at) => Texts.Localized(title, at, log)
                ),
                fields.Required<PartKind>(
                    "kind",
                    (kind, at) => Scalars.Word<PartKind>(kind, at, log, "a kind of part")
                ),
                Scalars.Formats(fields, required: true),
                fields.Optional<bool>("required", (truth, at) => Scalars.Truth(truth, at, log))
                    ?? true
            )
        );
}
