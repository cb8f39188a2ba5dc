using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads one row of the data annex.</summary>
internal static class IndicatorReader
{
    public static Indicator? Read(YamlValue value, string path, FaultLog log) =>
        Fields.Of(value, path, log, Read);

    private static Indicator Read(Fields fields)
    {
        var log = fields.Log;
        LocalizedText Text(string key) =>
            fields.Required(key, Blank.Text, (value, path) => Texts.Localized(value, path, log));
        decimal? Number(string key) =>
            fields.Optional<decimal>(key, (value, path) => Scalars.Decimal(value, path, log));

        var way = RollUpOf(fields);
        return new Indicator
        {
            Code = fields.Required("code", "", (value, path) => Texts.Line(value, path, log)),
            Name = Text("name"),
            Unit = Text("unit"),
            Kind = fields.Required<IndicatorKind>(
                "kind",
                (value, path) =>
                    Scalars.Word<IndicatorKind>(value, path, log, "a kind of indicator")
            ),
            Decimals =
                fields.Optional<int>("decimals", (value, path) => Scalars.Number(value, path, log))
                ?? 0,
            Min = Number("min"),
            Max = Number("max"),
            Cumulative =
                fields.Optional<bool>(
                    "cumulative",
                    (value, path) => Scalars.Truth(value, path, log)
                ) ?? false,
            Stock =
                fields.Optional<bool>("stock", (value, path) => Scalars.Truth(value, path, log))
                ?? false,
            Direction = fields.Optional<IndicatorDirection>(
                "direction",
                (value, path) => Scalars.Word<IndicatorDirection>(value, path, log, "a direction")
            ),
            Target = Number("target"),
            RollUp = way.RollUp,
            WeightedBy = way.WeightedBy,
            AskedOf = fields.Items(
                "askedOf",
                required: true,
                (value, path) => Asked(value, path, log)
            ),
            Earlier = fields.Items(
                "earlier",
                required: false,
                (value, path) => Fields.Of(value, path, log, Figure)
            ),
        };
    }

    // 'sum' or 'none', or 'weightedBy: CODE'.
    private static Way RollUpOf(Fields indicator) =>
        indicator.Optional(
            "rollUp",
            (value, path) =>
                value is YamlMap
                    ? Fields.Of(
                        value,
                        path,
                        indicator.Log,
                        fields => new Way(
                            RollUp.Weighted,
                            fields.Required(
                                "weightedBy",
                                "",
                                (code, at) => Texts.Line(code, at, fields.Log)
                            )
                        )
                    )
                    : Plain(value, path, indicator.Log)
        ) ?? new Way(RollUp.None, null);

    private static Way? Plain(YamlValue value, string path, FaultLog log)
    {
        switch (Texts.Line(value, path, log))
        {
            case null:
                return null;
            case "sum":
                return new Way(RollUp.Sum, null);
            case "none":
                return new Way(RollUp.None, null);
            case var word:
                log.Add(
                    value,
                    path,
                    $"'{word}' is no way to roll up",
                    "Write sum, none or { weightedBy: CODE }"
                );
                return null;
        }
    }

    // A code names a report type, 'kind: ...' all that bodies of a kind owe.
    private static AskedOf? Asked(YamlValue value, string path, FaultLog log) =>
        value is YamlMap
            ? Fields.Of(
                value,
                path,
                log,
                fields => new AskedOf(
                    null,
                    fields.Required("kind", "", (kind, at) => Texts.Line(kind, at, log))
                )
            )
        : Texts.Line(value, path, log) is { } type ? new AskedOf(type, null)
        : null;

    private static EarlierFigure Figure(Fields fields) =>
        new(
            fields.Required("period", "", (value, path) => Texts.Line(value, path, fields.Log)),
            fields.Required<decimal>(
                "value",
                (value, path) => Scalars.Decimal(value, path, fields.Log)
            ),
            fields.Required("source", "", (value, path) => Texts.Line(value, path, fields.Log)),
            fields.Optional("body", (value, path) => Texts.Line(value, path, fields.Log))
        );

    private sealed record Way(RollUp RollUp, string? WeightedBy);
}
