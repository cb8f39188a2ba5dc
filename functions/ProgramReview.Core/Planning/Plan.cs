using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Planning;

/// <summary>The versioned definition of a cycle; every instant in it is absolute.</summary>
public sealed record Plan
{
    /// <summary>The plan's code; the cycle that runs it bears the same id.</summary>
    public required string Id { get; init; }

    /// <summary>Counts from 1; a changed plan is a new version.</summary>
    public required int Version { get; init; }

    /// <summary>The programme that is summed up.</summary>
    public required Programme Programme { get; init; }

    /// <summary>IANA name of the zone all instants are shown in, for example <c>Asia/Ho_Chi_Minh</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What people call that zone, shown behind each time, for example "Hanoi time".</summary>
    public required LocalizedText TimeZoneName { get; init; }

    /// <summary>When the cycle opens: the first requests go out.</summary>
    public required DateTimeOffset Opens { get; init; }

    /// <summary>All bodies; parents before children.</summary>
    public required IReadOnlyList<Body> Bodies { get; init; }

    /// <summary>All report types, in the order of the plan.</summary>
    public required IReadOnlyList<ReportType> ReportTypes { get; init; }

    /// <summary>The report type whose report heads the dossier.</summary>
    public required string ConsolidatedReport { get; init; }

    /// <summary>The approval of the dossier.</summary>
    public required ApprovalPlan Approval { get; init; }

    /// <summary>The operators whom units call and who get operational mails.</summary>
    public required Person Operations { get; init; }

    /// <summary>The telephone number printed in mails, or null.</summary>
    public string? OperationsPhone { get; init; }

    /// <summary>Who gets the anchors of the record by mail, to hold them outside the system; may be empty.</summary>
    public IReadOnlyList<Person> Auditors { get; init; } = [];

    /// <summary>ISO 3166 code of the country whose public holidays count, for example <c>VN</c>; null: none are known.</summary>
    public string? Country { get; init; }

    /// <summary>How many mails the sender may send; null: as many as it wants.</summary>
    public MailQuota? MailQuota { get; init; }

    /// <summary>How deadlines move when an outage is declared; null: they do not.</summary>
    public OutagePlan? Outages { get; init; }

    // A stored plan is named by its hash, so what is added later is left out where a plan does not say it.

    /// <summary>What holds for the bodies of a kind; null: nothing was said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BodyKind>? Kinds { get; init; }

    /// <summary>The rows of the data annex; null: no figures are asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Indicator>? Indicators { get; init; }

    /// <summary>The columns of the data annex; null as long as there are no rows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Period>? Periods { get; init; }

    /// <summary>Who reads what after publication; null: as in <see cref="PublicationPlan.Unsaid"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PublicationPlan? Publication { get; init; }

    /// <summary>How what came is checked; null: as in <see cref="CheckingPlan.Unsaid"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CheckingPlan? Checking { get; init; }

    /// <summary>The cycle this plan defines.</summary>
    public CycleId Cycle => new(Id);

    /// <summary>By which rules a body lays out what it writes; a state body's unless its kind says otherwise.</summary>
    public DocumentStyle StyleOf(Body body) =>
        Kinds?.FirstOrDefault(kind => kind.Code == body.Kind)?.Style ?? DocumentStyle.State;
}
