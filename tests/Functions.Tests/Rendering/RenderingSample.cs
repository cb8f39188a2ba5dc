using ProgramReview.Core.Compiling;
using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Figures;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Tests.Material;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Tests.Rendering;

/// <summary>A dossier of a plan with every kind of exception, figures, findings and texts, of which each word of people means harm.</summary>
internal static class RenderingSample
{
    public const string Hostile = "=cmd|' /C calc'!A1 <w:p/> & \u0001\uFFFE\uD800 _x0041_ ]]>";

    public static readonly DateTimeOffset Now = new(2024, 10, 4, 8, 0, 0, TimeSpan.FromHours(7));

    /// <summary>What a rendering is drawn from.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="audience">For whom.</param>
    /// <param name="times">How many pieces there are, each the same.</param>
    /// <param name="hostile">What people write.</param>
    public static DossierContent Content(
        Language language,
        Plan plan,
        Readers audience = Readers.Participants,
        int times = 1,
        string hostile = Hostile
    )
    {
        var lookup = new PlanLookup(plan);
        var layout = FigureLayout.Of(lookup);
        var kept = FigureSample.Kept(plan).ToDictionary(one => one.Hash);
        var root = kept.Values.Single(one => one.Figures.Node == FanOutNode.Root).Hash;
        var piece = new DossierPiece([
            .. lookup.Assignments.Take(DossierPiece.Most).Select((id, i) => Report(lookup, id, i)),
        ]);
        var pieces = Enumerable.Repeat(DossierPieceRef.Of(piece), times).ToList();
        return new DossierContent(
            new PageContext(language, Now, lookup),
            new string('d', 64),
            new Dossier
            {
                Cycle = plan.Cycle,
                PlanHash = new string('e', 64),
                Round = 2,
                CompiledAt = Now,
                Consolidated = lookup.Assignments.Single(id =>
                    id.ReportType == plan.ConsolidatedReport
                ),
                Versions = new DossierVersions(1, 1),
                Figures = root,
                Pieces = pieces,
                Totals = DossierTotals.Sum([.. pieces.Select(one => one.Totals)]),
                Rounds =
                [
                    new DossierRound(
                        1,
                        new string('9', 64),
                        RoundOutcome.Voided,
                        [new DossierAnswer("chair", DecisionVerdict.Approve, Now.AddDays(-4))]
                    )
                    {
                        Voided = new CycleEvent.RoundVoided(
                            1,
                            new string('9', 64),
                            VoidingCause.Admitted,
                            lookup.Assignments[0],
                            "officer",
                            hostile,
                            "admitted"
                        ),
                        VoidedAt = Now.AddDays(-3),
                    },
                ],
                Outages =
                [
                    new Outage(
                        9,
                        Now,
                        new(Now.AddDays(-2), Now.AddDays(-1)),
                        24,
                        "officer",
                        hostile
                    ),
                ],
                HealthGaps = [new OutageWindow(Now.AddDays(-3), Now.AddDays(-2))],
                Anchors =
                [
                    new Anchor(
                        AnchorCause.Dossier,
                        new DateOnly(2024, 10, 4),
                        new string('a', 64),
                        30,
                        41,
                        new string('b', 64),
                        Now
                    ),
                ],
            },
            audience
        )
        {
            StoredPiece = (_, _) => Task.FromResult(piece),
            StoredFigures = (hash, _) => Task.FromResult(View(hash)),
            StoredBelow = (view, _) =>
                view.Figures.Children.Select(child => View(child.Hash)).ToAsyncEnumerable(),
            StoredText = (part, _, _) =>
                Task.FromResult<ReportText?>(TextOf(lookup, part, hostile)),
            StoredComments = _ =>
                Task.FromResult(
                    new DossierComments([new DossierComment(1, "chair", $"commented {hostile}")])
                ),
        };

        FigureView View(string hash) => new(layout, kept[hash].Figures, hash);
    }

    /// <summary>What a report says.</summary>
    public static ReportText TextOf(PlanLookup plan, PartId part, string hostile) =>
        new([
            .. plan.OutlineOf(part.Assignment.ReportType)
                .Select(section => new SectionText(
                    section.Code,
                    "Heading",
                    [
                        new TextParagraph("Công tác chỉ đạo") { Paragraph = 3, IsHeading = true },
                        new TextParagraph($"{section.Code} {hostile}") { Paragraph = 4 },
                        new TextParagraph(
                            "Quận ủy đã ban hành kế hoạch, phân công cụ thể từng đồng chí cấp ủy viên phụ trách; nguyên nhân chủ yếu do cán bộ kiêm nhiệm."
                        )
                        {
                            Paragraph = 5,
                        },
                    ]
                )),
        ]);

    private static DossierReport Report(PlanLookup plan, AssignmentId id, int i)
    {
        var type = plan.ReportType(id.ReportType);
        var isHere = i % 7 != 3;
        var verdict = i % 5 == 1 ? TimelinessVerdict.Late : TimelinessVerdict.OnTime;
        var parts = ReportPart
            .Of(type)
            .Select(part => new PartRow(
                part.Code,
                part.Required,
                isHere ? File(type, part.Code, i, verdict) : null,
                isHere ? verdict : null
            ))
            .ToList();
        var query = new Finding("value-over-hundred", Severity.Query, ["101"]);
        return new DossierReport
        {
            Assignment = id,
            Phase = !isHere
                ? i % 2 == 0
                    ? AssignmentPhase.Missing
                    : AssignmentPhase.Exempt
                : verdict == TimelinessVerdict.Late
                    ? AssignmentPhase.Late
                    : AssignmentPhase.OnTime,
            Parts = parts,
            Deciding = parts[0].Counting,
            Timeliness = isHere ? verdict : null,
            Due = type.Due,
            Extension =
                i % 6 == 2
                    ? new AssignmentEvent.DueExtended(
                        1,
                        type.Due,
                        type.Due,
                        type.Closes,
                        "officer",
                        Hostile
                    )
                    : null,
            Exemption =
                !isHere && i % 2 == 1 ? new AssignmentEvent.Exempted("officer", Hostile) : null,
            Rulings =
                i % 8 == 5
                    ?
                    [
                        new AssignmentEvent.Overruled(
                            1,
                            parts[0].Code,
                            "blob",
                            query.Key,
                            "officer",
                            Hostile
                        ),
                    ]
                    : [],
            Findings =
                isHere && i % 3 == 0
                    ? [new FindingCount(query.Code, query.Severity, 1, 1, 1, 0, 0)]
                    : [],
            Queries = isHere && i % 3 == 0 ? [new AskedQuery(parts[0].Code, query)] : [],
            Explanations =
                isHere && i % 3 == 0
                    ?
                    [
                        new AssignmentEvent.Explained(
                            1,
                            parts[0].Code,
                            query.Key,
                            $"explained {Hostile}",
                            "officer"
                        ),
                    ]
                    : [],
            ChainHead = new string('c', 64),
        };
    }

    private static CountingFile File(
        ReportType type,
        string part,
        int i,
        TimelinessVerdict verdict
    ) =>
        new(
            $"{i}/{part}",
            $"{Hostile} {i}.docx",
            10_000 + i,
            new string((char)('a' + (i % 6)), 64),
            Now.AddDays(-10 - i),
            1,
            verdict,
            type.Due,
            i % 10 == 6 ? new OnBehalf(Now.AddDays(-10 - i), "officer", $"paper {Hostile}") : null,
            i % 10 == 6 ? Now.AddDays(-9 - i) : null,
            i % 9 == 4
        );
}
