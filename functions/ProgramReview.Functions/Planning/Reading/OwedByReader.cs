using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads who owes a report: codes of bodies, and <c>kind: ...</c> for all bodies of a kind.</summary>
internal static class OwedByReader
{
    /// <summary>The codes in plan order; unknown ones last.</summary>
    /// <param name="reportType">The report type.</param>
    /// <param name="bodies">All bodies.</param>
    /// <param name="room">How many reports the plan may still ask for; a few lines could ask for millions.</param>
    public static IReadOnlyList<string> Read(
        Fields reportType,
        IReadOnlyList<Body> bodies,
        int room
    )
    {
        var log = reportType.Log;
        var kinds = bodies.ToLookup(body => body.Kind, body => body.Code, StringComparer.Ordinal);
        var places = bodies
            .Index()
            .DistinctBy(entry => entry.Item.Code)
            .ToDictionary(e => e.Item.Code, e => e.Index);
        var owing = reportType
            .Items("owedBy", required: true, (value, path) => Item(value, path, log, kinds))
            .SelectMany(item => item.Codes.Select(code => (code, item.Line)))
            .Take(room + 1)
            .OrderBy(entry => places.GetValueOrDefault(entry.code, int.MaxValue))
            .ToList();
        if (owing.Count > room)
        {
            log.Add(
                reportType.LineOf("owedBy"),
                reportType.At("owedBy"),
                FormattableString.Invariant(
                    $"The plan asks for more than {ReportTypeReader.MostReports} reports"
                ),
                "Let fewer bodies owe it, or make two plans"
            );
            return [];
        }

        foreach (var (i, (_, line)) in owing.Index())
        {
            log.Place(FormattableString.Invariant($"{reportType.At("owedBy")}[{i}]"), line);
        }

        return [.. owing.Select(entry => entry.code)];
    }

    private static Owing? Item(
        YamlValue value,
        string path,
        FaultLog log,
        ILookup<string, string> kinds
    )
    {
        if (value is not YamlMap)
        {
            return Texts.Line(value, path, log) is { } code ? new Owing(value.Line, [code]) : null;
        }

        var kind = Fields.Of(
            value,
            path,
            log,
            fields => fields.Required("kind", "", (v, at) => Texts.Line(v, at, log))
        );
        if (string.IsNullOrEmpty(kind))
        {
            return null;
        }

        if (!kinds.Contains(kind) && !log.Unread.Contains("bodies"))
        {
            log.Add(
                value,
                $"{path}.kind",
                $"No body is of the kind '{kind}'",
                "Name a kind that stands with a body"
            );
        }

        return new Owing(value.Line, kinds[kind]);
    }

    private sealed record Owing(int Line, IEnumerable<string> Codes);
}
