using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads who reads what after publication, and how long something may still change it.</summary>
internal static class PublicationReader
{
    public static PublicationPlan? Read(YamlValue value, string path, FaultLog log, Times times) =>
        Fields.Of(
            value,
            path,
            log,
            fields => new PublicationPlan(
                ReadBy(fields, "reports") ?? PublicationPlan.Unsaid.Reports,
                ReadBy(fields, "figures") ?? PublicationPlan.Unsaid.Figures,
                fields.Items(
                    "readers",
                    required: false,
                    (rule, at) => Fields.Of(rule, at, log, Rule)
                )
            )
            {
                OpenFor = fields.Optional<TimeSpan>("openFor", times.Length),
            }
        );

    private static ReadingRule Rule(Fields fields)
    {
        string? Code(string key) =>
            fields.Optional(key, (value, path) => Texts.Line(value, path, fields.Log));

        var (part, section) = (Code("part"), Code("section"));
        fields.ExactlyOne("part", "section");
        return new ReadingRule(
            fields.Required("report", "", (value, path) => Texts.Line(value, path, fields.Log)),
            part,
            section,
            fields.Required<Readers>(
                "readBy",
                (value, path) =>
                    Scalars.Word<Readers>(value, path, fields.Log, "a group of readers")
            )
        );
    }

    private static Readers? ReadBy(Fields fields, string key) =>
        fields.Optional<Readers>(
            key,
            (value, path) => Scalars.Word<Readers>(value, path, fields.Log, "a group of readers")
        );
}
