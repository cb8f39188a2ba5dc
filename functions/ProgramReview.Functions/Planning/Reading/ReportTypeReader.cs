using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads report types.</summary>
internal sealed class ReportTypeReader(
    FaultLog log,
    Times times,
    DateTimeOffset opens,
    IReadOnlyList<Body> bodies,
    Shared shared
)
{
    /// <summary>The most reports that one plan may ask for; twice what it is made for.</summary>
    public const int MostReports = 25_000;

    private int asked;

    public ReportType? Read(YamlValue value, string path) => Fields.Of(value, path, log, Read);

    private ReportType Read(Fields fields)
    {
        var due = fields.Required<DateTimeOffset>("due", times.Instant);
        var owedBy = OwedByReader.Read(fields, bodies, MostReports - asked);
        asked += owedBy.Count;
        var after = fields.Items("after", required: false, After);
        var parts = fields.Optional("parts", (value, path) => shared.Parts(value, path, log));
        return new ReportType
        {
            Code = fields.Required("code", "", (value, path) => Texts.Line(value, path, log)),
            Title = fields.Required(
                "title",
                Blank.Text,
                (value, path) => Texts.Localized(value, path, log)
            ),
            ShortTitle = fields.Optional(
                "shortTitle",
                (value, path) => Texts.Localized(value, path, log)
            ),
            Outline = fields.Required(
                "outline",
                [],
                (value, path) => shared.Outline(value, path, log)
            ),
            DataAnnex = fields.Optional(
                "dataAnnex",
                (value, path) => shared.DataAnnex(value, path, log)
            ),
            FiguresOfWhole =
                fields.Optional<bool>(
                    "figuresOfWhole",
                    (value, path) => Scalars.Truth(value, path, log)
                ) ?? false,
            Parts = parts,
            Formats = Formats(fields, parts),
            MaxBytes = fields.Required<long>(
                "maxSize",
                (value, path) => Scalars.Size(value, path, log)
            ),
            OwedBy = owedBy,
            After = [.. after.Where(earlier => !earlier.IsOwn).Select(earlier => earlier.Code)],
            AfterOwn = [.. after.Where(earlier => earlier.IsOwn).Select(earlier => earlier.Code)],
            OpensAtLatest = OpensAtLatest(fields, after.Count > 0),
            Due = Deadline.At(due),
            Closes = Deadline.At(fields.Required<DateTimeOffset>("closes", times.Instant)),
            Reminders = new ReminderReader(log, times, due).Read(fields),
        };
    }

    private IReadOnlyList<FileFormat> Formats(Fields fields, IReadOnlyList<ReportPart>? parts)
    {
        var formats = Scalars.Formats(fields, required: !fields.Has("parts"));
        if (parts is null)
        {
            return formats;
        }

        if (fields.Has("formats"))
        {
            log.Add(
                fields.LineOf("formats"),
                fields.At("formats"),
                "Each part says which formats it takes",
                "Remove it here, and write it with the parts"
            );
        }

        return [.. parts.SelectMany(part => part.Formats).Distinct()];
    }

    // A code waits for all bodies, 'own: CODE' for the body's own report.
    private Earlier? After(YamlValue value, string path) =>
        value is YamlMap
            ? Fields.Of(
                value,
                path,
                log,
                fields => new Earlier(
                    fields.Required("own", "", (code, at) => Texts.Line(code, at, log)),
                    IsOwn: true
                )
            )
        : Texts.Line(value, path, log) is { } all ? new Earlier(all, IsOwn: false)
        : null;

    private sealed record Earlier(string Code, bool IsOwn);

    private DateTimeOffset OpensAtLatest(Fields fields, bool waits)
    {
        if (waits)
        {
            return fields.Required<DateTimeOffset>("opensAtLatest", times.Instant);
        }

        if (fields.Optional<DateTimeOffset>("opensAtLatest", times.Instant) is not null)
        {
            log.Add(
                fields.LineOf("opensAtLatest"),
                fields.At("opensAtLatest"),
                "A report that waits for no other opens with the cycle",
                "Remove it, or say in 'after' what the report waits for"
            );
        }

        return opens;
    }
}
