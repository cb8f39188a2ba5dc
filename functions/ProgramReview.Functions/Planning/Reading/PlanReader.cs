using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads the top level of a plan.</summary>
internal static class PlanReader
{
    /// <summary>The plan, with blanks where there were faults.</summary>
    public static Plan Read(YamlMap root, FaultLog log, DateTimeOffset? start) =>
        Fields.Of(root, "", log, fields => Read(fields, start))!;

    private static Plan Read(Fields fields, DateTimeOffset? start)
    {
        string Line(string key) =>
            fields.Required(key, "", (value, path) => Texts.Line(value, path, fields.Log));

        var log = fields.Log;
        IReadOnlyList<T>? List<T>(string key, Func<YamlValue, string, FaultLog, T?> read)
            where T : class
        {
            var items = fields.Items(key, required: false, (value, path) => read(value, path, log));
            return fields.Has(key) ? items : null;
        }

        var id = Line("id");
        var version = fields.Required<int>(
            "version",
            (value, path) => Scalars.Number(value, path, log)
        );
        var programme = fields.Required(
            "programme",
            Blank.Programme,
            (value, path) => Programme(value, path, log)
        );
        var zone = Line("timeZone");
        var times = new Times(
            log,
            start,
            TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc
        );
        var zoneName = fields.Required(
            "timeZoneName",
            Blank.Text,
            (value, path) => Texts.Localized(value, path, log)
        );
        var opens = fields.Required<DateTimeOffset>("opens", times.Instant);
        var operations = OperationsReader.Read(fields);
        var bodies = fields.Items(
            "bodies",
            required: true,
            (value, path) => BodyReader.Read(value, path, log)
        );
        var shared = Shared.Read(fields);
        var reportTypes = new ReportTypeReader(log, times, opens, bodies, shared);
        return new Plan
        {
            Id = id,
            Version = version,
            Programme = programme,
            TimeZone = zone,
            TimeZoneName = zoneName,
            Opens = opens,
            Bodies = bodies,
            ReportTypes = fields.Items("reportTypes", required: true, reportTypes.Read),
            ConsolidatedReport = Line("consolidatedReport"),
            Approval = fields.Required(
                "approval",
                Blank.Approval,
                (value, path) => ApprovalReader.Read(value, path, log, times)
            ),
            Operations = operations.Person,
            OperationsPhone = operations.Phone,
            Auditors = fields.Items(
                "auditors",
                required: false,
                (value, path) => PersonReader.Read(value, path, log)
            ),
            Country = fields.Optional("country", (value, path) => Texts.Line(value, path, log)),
            MailQuota = MailReader.Quota(fields),
            Outages = OutageReader.Read(fields, times),
            Kinds = List("kinds", KindReader.Read),
            Periods = List("periods", PeriodReader.Read),
            Indicators = List("indicators", IndicatorReader.Read),
            Publication = fields.Optional(
                "publication",
                (value, path) => PublicationReader.Read(value, path, log, times)
            ),
            Checking = CheckingReader.Read(fields, times),
        };
    }

    private static Programme? Programme(YamlValue value, string path, FaultLog log) =>
        Fields.Of(
            value,
            path,
            log,
            fields => new Programme(
                fields.Required("number", "", (number, at) => Texts.Line(number, at, log)),
                fields.Required(
                    "title",
                    Blank.Text,
                    (title, at) => Texts.Localized(title, at, log)
                ),
                fields.Required<DateOnly>("issued", (issued, at) => Scalars.Date(issued, at, log)),
                fields.Required(
                    "committee",
                    Blank.Text,
                    (committee, at) => Texts.Localized(committee, at, log)
                )
            )
        );
}
