using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads how what came is checked.</summary>
internal static class CheckingReader
{
    private const string NotMade = "off";

    /// <summary>What the plan says, or null where it says nothing of it.</summary>
    public static CheckingPlan? Read(Fields plan, Times times)
    {
        var log = plan.Log;
        var said = new CheckingPlan
        {
            Weights =
                plan.Optional("checks", (value, path) => Fields.Of(value, path, log, Weights))
                ?? [],
            Correctable = plan.Items(
                "correctable",
                required: false,
                (value, path) => Texts.Line(value, path, log)
            ),
            Corrections = plan.Optional<TimeSpan>("corrections", times.Length),
            Unexplained =
                plan.Optional<Unexplained>(
                    "unexplained",
                    (value, path) =>
                        Scalars.Word<Unexplained>(value, path, log, "what becomes of a part")
                ) ?? Unexplained.Counts,
            Wait = plan.Optional<TimeSpan>("checkWait", times.Length),
        };
        string[] keys = ["checks", "correctable", "corrections", "unexplained", "checkWait"];
        return keys.Any(plan.Has) ? said : null;
    }

    // Asked for one by one, so that a code that is none is a fault at its line.
    private static IReadOnlyList<CheckWeight> Weights(Fields fields) =>
        [
            .. CheckCatalogue
                .All.Select(check =>
                    fields.Optional(
                        check.Code,
                        (value, path) => Weight(check.Code, value, path, fields.Log)
                    )
                )
                .OfType<CheckWeight>(),
        ];

    private static CheckWeight? Weight(string code, YamlValue value, string path, FaultLog log) =>
        value is YamlScalar { Text: NotMade } ? new CheckWeight(code, null)
        : Scalars.Word<Severity>(value, path, log, "a weight, nor off") is { } severity
            ? new CheckWeight(code, severity)
        : null;
}
