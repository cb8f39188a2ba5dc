using ProgramReview.Core.Events;
using ProgramReview.Functions.Material;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Operations;
using ProgramReview.Functions.Publishing;
using ProgramReview.Functions.Web.Access;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Status;

/// <summary>
/// What the status page shows; filtered and sorted by the queries <c>at</c> (a part of the cycle), <c>phase</c> (a phase's name) and <c>sort</c> (an order's name).
/// </summary>
public sealed record StatusPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The page's own path, without a query.</summary>
    public required string Path { get; init; }

    /// <summary>Where the same figures are fetched as CSV.</summary>
    public required string CsvPath { get; init; }

    /// <summary>The part of the cycle as a query, or empty for the whole.</summary>
    public string Place { get; init; } = "";

    /// <summary>The part's name, or null for the whole.</summary>
    public string? Part { get; init; }

    /// <summary>The parts above, the whole first.</summary>
    public IReadOnlyList<StatusCrumb> Crumbs { get; init; } = [];

    /// <summary>What all assignments of the part add up to.</summary>
    public required NodeRow Sum { get; init; }

    /// <summary>How many of them are in each state.</summary>
    public IReadOnlyDictionary<AssignmentPhase, int> Phases => Sum.PhasesAt(Context.Now);

    /// <summary>The parts below that have pages of their own; none if all assignments are shown.</summary>
    public IReadOnlyList<StatusNode> Nodes { get; init; } = [];

    /// <summary>One cell per assignment that is shown here, unfiltered.</summary>
    public required IReadOnlyList<StatusCell> Cells { get; init; }

    /// <summary>What a person should look at, worst first.</summary>
    public required IReadOnlyList<StatusAlarmGroup> Alarms { get; init; }

    /// <summary>Whether nobody looks for malware in what is sent.</summary>
    public bool IsUnscanned { get; init; }

    /// <summary>Orders over many assignments that are being carried out.</summary>
    public IReadOnlyList<OrderAtWork> Orders { get; init; } = [];

    /// <summary>What happens next, soonest first.</summary>
    public required IReadOnlyList<UpcomingStep> Upcoming { get; init; }

    /// <summary>The latest approval round, or null before the first.</summary>
    public StatusRound? Round { get; init; }

    /// <summary>What operations decided, newest first; at most 20.</summary>
    public IReadOnlyList<StatusDecision> Decisions { get; init; } = [];

    /// <summary>The forms to decide about the cycle, or null.</summary>
    public CommandFormsModel? Commands { get; init; }

    /// <summary>How the cycle ended, or null while it runs.</summary>
    public CycleOutcome? Outcome { get; init; }

    /// <summary>Where the published dossier is read, or null.</summary>
    public string? DossierPath { get; init; }

    /// <summary>The list of what was found, by kind; null as long as nothing was.</summary>
    public string? FindingsPath { get; init; }

    /// <summary>Where figures are looked at; null where none are asked, and for readers who may not.</summary>
    public string? FiguresPath { get; init; }

    /// <summary>Where the material for the consolidated report is; null for readers who may not.</summary>
    public string? MaterialPath { get; init; }

    /// <summary>Where operations read what the reports say; null for readers who may not.</summary>
    public string? TextsPath { get; init; }

    /// <summary>The cycle's own story page, or null.</summary>
    public string? CycleStoryPath { get; init; }

    /// <summary>Where the fairness report is read, or null.</summary>
    public string? FairnessPath { get; init; }

    /// <summary>Where the whole record is fetched, or null.</summary>
    public string? AuditPath { get; init; }

    /// <summary>Only bodies with an assignment in this state, or null for all.</summary>
    public AssignmentPhase? Filter { get; init; }

    /// <summary>The order of bodies.</summary>
    public StatusSort Sort { get; init; }

    /// <summary>The same page without what would only turn this reader away: links they may not open, forms they may not send.</summary>
    public StatusPageModel For(StaffRole role, AudienceTable audiences)
    {
        var seesStories = IsOpen(nameof(StoryFunction));
        return this with
        {
            Cells = [.. Cells.Select(one => one with { StoryPath = Story(one.StoryPath) })],
            Alarms =
            [
                .. Alarms.Select(group =>
                    group with
                    {
                        Items =
                        [
                            .. group.Items.Select(one =>
                                one with
                                {
                                    StoryPath = Story(one.StoryPath),
                                }
                            ),
                        ],
                    }
                ),
            ],
            Decisions = [.. Decisions.Select(one => one with { StoryPath = Story(one.StoryPath) })],
            Round =
                Round is { } round && !IsOpen(nameof(RoundDossierFunction))
                    ? round with
                    {
                        DossierPath = null,
                    }
                    : Round,
            DossierPath =
                DossierPath is not null && IsOpen(nameof(StaffDossierFunction))
                    ? $"{Path}/dossier"
                    : DossierPath,
            CycleStoryPath = Story(CycleStoryPath),
            FiguresPath = IsOpen(nameof(FiguresFunction)) ? FiguresPath : null,
            MaterialPath = IsOpen(nameof(MaterialFunction)) ? MaterialPath : null,
            TextsPath = IsOpen(nameof(TextsFunction)) ? TextsPath : null,
            FindingsPath = IsOpen(nameof(StatusFindingsFunction)) ? FindingsPath : null,
            FairnessPath = IsOpen(nameof(FairnessFunction)) ? FairnessPath : null,
            AuditPath = IsOpen(nameof(AuditExportFunction)) ? AuditPath : null,
            Commands = IsOpen(nameof(CycleCommandFunction)) ? Commands : null,
        };

        bool IsOpen(string function) => audiences.IsOpenTo(role, function);

        string? Story(string? path) => seesStories ? path : null;
    }
}
