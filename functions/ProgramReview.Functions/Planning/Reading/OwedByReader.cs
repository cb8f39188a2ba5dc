using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads who owes a report: codes of bodies, and <c>kind: ...</c> for all bodies of a kind.</summary>
internal static class OwedByReader
{
    /// <summary>The codes in plan order; unknown ones last.</summary>
    public static IReadOnlyList<string> Read(Fields reportType, IReadOnlyList<Body> bodies)
    {
        var log = reportType.Log;
        var places = bodies
            .Index()
            .DistinctBy(entry => entry.Item.Code)
            .ToDictionary(e => e.Item.Code, e => e.Index);
        var owing = reportType
            .Items("owedBy", required: true, (value, path) => Item(value, path, log, bodies))
            .SelectMany(item => item.Codes.Select(code => (code, item.Line)))
            .OrderBy(entry => places.GetValueOrDefault(entry.code, int.MaxValue))
            .ToList();
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
        IReadOnlyList<Body> bodies
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

        var codes = bodies.Where(body => body.Kind == kind).Select(body => body.Code).ToList();
        if (codes.Count == 0 && !log.Unread.Contains("bodies"))
        {
            log.Add(
                value,
                $"{path}.kind",
                $"No body is of the kind '{kind}'",
                "Name a kind that stands with a body"
            );
        }

        return new Owing(value.Line, codes);
    }

    private sealed record Owing(int Line, IReadOnlyList<string> Codes);
}
