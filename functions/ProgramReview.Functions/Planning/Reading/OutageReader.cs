using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads how deadlines move when an outage is declared.</summary>
internal static class OutageReader
{
    public static OutagePlan? Read(Fields plan, Times times) =>
        plan.Optional(
            "outages",
            (value, path) =>
                Fields.Of(
                    value,
                    path,
                    plan.Log,
                    fields => new OutagePlan(
                        fields.Optional<OutageExtension>(
                            "extendBy",
                            (word, at) => Kind(word, at, plan.Log)
                        ) ?? OutageExtension.None,
                        fields.Optional<TimeSpan>("atMost", times.Length)
                    )
                )
        );

    private static OutageExtension? Kind(YamlValue value, string path, FaultLog log)
    {
        var word = Texts.Line(value, path, log);
        OutageExtension? kind = word switch
        {
            "window" => OutageExtension.Window,
            "none" => OutageExtension.None,
            _ => null,
        };
        if (word is not null && kind is null)
        {
            log.Add(
                value,
                path,
                $"'{word}' is no way to extend",
                "Write window (by the length of the outage) or none"
            );
        }
        return kind;
    }
}
