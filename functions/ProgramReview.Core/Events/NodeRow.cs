namespace ProgramReview.Core.Events;

/// <summary>
/// What all assignments of a part of the tree add up to, in counts: a row of the index for each node. It is a sum, so a node's row follows from
/// those below it; and it holds nothing that time alone changes.
/// </summary>
public sealed record NodeRow
{
    /// <summary>Nothing.</summary>
    public static readonly NodeRow Empty = new();

    /// <summary>How the assignments stand, equal ones counted together.</summary>
    public IReadOnlyList<StandingCount> Standings { get; init; } = [];

    /// <summary>How many first acceptable reports came on each day of the plan's zone.</summary>
    public IReadOnlyList<DayCount> Received { get; init; } = [];

    /// <summary>Of how many assignments a letter was refused.</summary>
    public int MailRefused { get; init; }

    /// <summary>Of how many assignments a letter waits since the provider refuses the sender.</summary>
    public int SenderRefused { get; init; }

    /// <summary>Of how many assignments something holds malware.</summary>
    public int Infected { get; init; }

    /// <summary>What was found in reports, by kind.</summary>
    public IReadOnlyList<FindingCount> Findings { get; init; } = [];

    /// <summary>The newest decisions.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>When the first of the files was noticed that no scanner has given a verdict on; null if there is none.</summary>
    public DateTimeOffset? UnscannedSince { get; init; }

    /// <summary>Of how many assignments something has no scanner's verdict.</summary>
    public int Unscanned => Standings.Where(one => one.Standing.IsUnscanned).Sum(one => one.Count);

    /// <summary>How many assignments.</summary>
    public int Total => Standings.Sum(one => one.Count);

    /// <summary>The row of one assignment.</summary>
    public static NodeRow Of(AssignmentRow row, TimeZoneInfo zone) =>
        new()
        {
            Standings = [new StandingCount(row.Standing, 1)],
            Received = row.FirstAcceptedAt is { } at
                ?
                [
                    new DayCount(
                        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime),
                        1
                    ),
                ]
                : [],
            MailRefused = row.HasFailed(MailResult.Refused) ? 1 : 0,
            SenderRefused = row.HasFailed(MailResult.SenderRefused) ? 1 : 0,
            Infected = row.InfectedAt is null ? 0 : 1,
            UnscannedSince = row.UnscannedSince,
            Findings = row.Kinds,
            Decisions = row.Decisions,
        };

    /// <summary>The row of so many assignments of a type of which nothing is on record.</summary>
    public static NodeRow Untouched(string reportType, int count) =>
        new()
        {
            Standings = [new StandingCount(Standing.Of(reportType, AssignmentState.None), count)],
        };

    /// <summary>What rows add up to; the same whatever their order.</summary>
    public static NodeRow Sum(IReadOnlyCollection<NodeRow> rows)
    {
        var standings = new Dictionary<Standing, int>();
        var received = new SortedDictionary<DateOnly, int>();
        foreach (var one in rows.SelectMany(row => row.Standings))
        {
            standings[one.Standing] = standings.GetValueOrDefault(one.Standing) + one.Count;
        }
        foreach (var one in rows.SelectMany(row => row.Received))
        {
            received[one.Day] = received.GetValueOrDefault(one.Day) + one.Count;
        }
        return new()
        {
            Standings =
            [
                .. standings
                    .Select(one => new StandingCount(one.Key, one.Value))
                    .OrderBy(one => one.Standing.ToString(), StringComparer.Ordinal),
            ],
            Received = [.. received.Select(one => new DayCount(one.Key, one.Value))],
            MailRefused = rows.Sum(row => row.MailRefused),
            SenderRefused = rows.Sum(row => row.SenderRefused),
            Infected = rows.Sum(row => row.Infected),
            UnscannedSince = rows.Min(row => row.UnscannedSince),
            Findings = FindingCount.Sum(rows.SelectMany(row => row.Findings)),
            Decisions = Decision.Newest(rows.SelectMany(row => row.Decisions)),
        };
    }

    /// <summary>How many assignments are in each state that people see.</summary>
    public IReadOnlyDictionary<AssignmentPhase, int> PhasesAt(DateTimeOffset now)
    {
        var phases = new SortedDictionary<AssignmentPhase, int>();
        foreach (var (standing, count) in Standings)
        {
            var phase = standing.PhaseAt(now);
            phases[phase] = phases.GetValueOrDefault(phase) + count;
        }
        return phases;
    }

    /// <summary>How many assignments are in a state.</summary>
    public int CountAt(AssignmentPhase phase, DateTimeOffset now) =>
        Standings.Where(one => one.Standing.PhaseAt(now) == phase).Sum(one => one.Count);

    /// <summary>How many assignments have a finding of a kind.</summary>
    public int CountOf(string finding) =>
        Findings.FirstOrDefault(count => count.Code == finding)?.Reports ?? 0;

    /// <summary>How many assignments of a type are settled.</summary>
    public int Settled(string reportType) =>
        Standings
            .Where(one => one.Standing.ReportType == reportType && one.Standing.IsSettled)
            .Sum(one => one.Count);
}
