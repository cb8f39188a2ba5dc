using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads one column of the data annex.</summary>
internal static class PeriodReader
{
    public static Period? Read(YamlValue value, string path, FaultLog log) =>
        Fields.Of(value, path, log, Read);

    private static Period Read(Fields fields)
    {
        var log = fields.Log;
        DateOnly? Day(string key) =>
            fields.Optional<DateOnly>(key, (value, path) => Scalars.Date(value, path, log));

        var (actual, estimate) = (Day("actualTo"), Day("estimateTo"));
        fields.ExactlyOne("actualTo", "estimateTo");
        return new Period
        {
            Code = fields.Required("code", "", (value, path) => Texts.Line(value, path, log)),
            Title = fields.Required(
                "title",
                Blank.Text,
                (value, path) => Texts.Localized(value, path, log)
            ),
            To = actual ?? estimate ?? default,
            Estimate = estimate is not null,
            MayBePreliminary =
                fields.Optional<bool>(
                    "mayBePreliminary",
                    (value, path) => Scalars.Truth(value, path, log)
                ) ?? false,
            Synonyms = Texts.Synonyms(fields),
        };
    }
}
