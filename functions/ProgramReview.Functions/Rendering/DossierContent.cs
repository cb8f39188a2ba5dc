using ProgramReview.Core.Compiling;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>
/// What a rendering of a dossier is drawn from, piece by piece, and nothing that its audience may not read: what is kept for participants is not given
/// to a rendering for everybody.
/// </summary>
/// <param name="Reader">In whose language, with the plan; its instant is when the dossier was compiled.</param>
/// <param name="Hash">The dossier's identity.</param>
/// <param name="Dossier">The root of its manifest.</param>
/// <param name="Audience">For whom it is drawn.</param>
public sealed record DossierContent(
    PageContext Reader,
    string Hash,
    Dossier Dossier,
    Readers Audience
)
{
    /// <summary>The root of its manifest, as the audience reads it.</summary>
    public Dossier Dossier { get; } =
        Reader.Plan!.Publication.ShowsReports(Audience) ? Dossier : Dossier.WithoutReports();

    /// <summary>Reads a piece.</summary>
    public required Func<DossierPieceRef, CancellationToken, Task<DossierPiece>> StoredPiece
    {
        private get;
        init;
    }

    /// <summary>Reads the figures of a record by its hash.</summary>
    public required Func<string, CancellationToken, Task<FigureView>> StoredFigures
    {
        private get;
        init;
    }

    /// <summary>Reads the figures of the nodes that a node's were made from.</summary>
    public required Func<FigureView, CancellationToken, IAsyncEnumerable<FigureView>> StoredBelow
    {
        private get;
        init;
    }

    /// <summary>Reads what a file says, by its part and hash.</summary>
    public required Func<PartId, string, CancellationToken, Task<ReportText?>> StoredText
    {
        private get;
        init;
    }

    /// <summary>Reads what approvers wrote in former rounds.</summary>
    public required Func<CancellationToken, Task<DossierComments>> StoredComments
    {
        private get;
        init;
    }

    /// <summary>The plan.</summary>
    public PlanLookup Plan => Reader.Plan!;

    /// <summary>The reader's language.</summary>
    public Language Language => Reader.Language;

    /// <summary>Whether the audience reads the list of reports.</summary>
    public bool ShowsReports => Publication.ShowsReports(Audience);

    /// <summary>Whether the audience reads figures.</summary>
    public bool ShowsFigures => Publication.ShowsFigures(Audience);

    /// <summary>Whether the audience reads explanations, and what was asked about files.</summary>
    public bool ShowsExplanations => PublicationPlan.ShowsExplanations(Audience);

    private PublicationPlan Publication => Plan.Publication;

    /// <summary>Whether the audience reads the files of a part.</summary>
    public bool ShowsPart(string reportType, string part) =>
        Publication.ShowsPart(Audience, reportType, part);

    /// <summary>Whether the audience reads the text of a section.</summary>
    /// <param name="reportType">The report type's code.</param>
    /// <param name="part">The code of the part whose file says it.</param>
    /// <param name="section">The section's code; null for what stands in none.</param>
    public bool ShowsSection(string reportType, string part, string? section) =>
        Publication.ShowsSection(Audience, reportType, part, section);

    /// <summary>
    /// The sections whose text the audience reads in some report, each once, in the order of the outlines; last what stands in none, if it reads that.
    /// </summary>
    public IReadOnlyList<DossierChapter> Chapters =>
        [
            .. Plan
                .Plan.ReportTypes.SelectMany(type =>
                    Plan.OutlineOf(type.Code).Where(section => Reads(type, section.Code))
                )
                .DistinctBy(section => section.Code)
                .Select(section => new DossierChapter(section.Code, section.Title.In(Language))),
            .. Plan.Plan.ReportTypes.Any(type => Reads(type, null))
                ? [new DossierChapter(null, T("texts.elsewhere"))]
                : Array.Empty<DossierChapter>(),
        ];

    /// <summary>A text of the product.</summary>
    public string T(string key, params object?[] arguments) => Text.Get(Language, key, arguments);

    /// <summary>The pieces in the plan's order, as the audience reads them; none where it does not read the list of reports.</summary>
    public IAsyncEnumerable<DossierPiece> Pieces(CancellationToken cancellation) =>
        (ShowsReports ? Dossier.Pieces : [])
            .ToAsyncEnumerable()
            .Select(
                async (DossierPieceRef piece, CancellationToken stop) =>
                    (await StoredPiece(piece, stop)).For(Audience)
            );

    /// <summary>What approvers wrote in former rounds; nothing where the audience does not read explanations.</summary>
    public async Task<DossierComments> CommentsAsync(CancellationToken cancellation) =>
        ShowsExplanations ? await StoredComments(cancellation) : new DossierComments([]);

    /// <summary>The figures of the whole; null where none were made, or the audience does not read them.</summary>
    public async Task<FigureView?> WholeAsync(CancellationToken cancellation) =>
        ShowsFigures && Dossier.Figures is { } hash
            ? (await StoredFigures(hash, cancellation)).For(Audience)
            : null;

    /// <summary>The figures of the nodes directly below one, at most a hundred, in the plan's order.</summary>
    public IAsyncEnumerable<FigureView> Below(FigureView view, CancellationToken cancellation) =>
        StoredBelow(view, cancellation).Select(below => below.For(Audience));

    /// <summary>What a file says, of that the sections that the audience may read; null where that is nothing.</summary>
    /// <param name="part">The part that the file counts for.</param>
    /// <param name="sha256">SHA-256 of its bytes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<ReportText?> TextAsync(
        PartId part,
        string sha256,
        CancellationToken cancellation
    ) => (await StoredText(part, sha256, cancellation))?.For(Plan, part, Audience);

    private bool Reads(ReportType type, string? section) =>
        ReportPart
            .Of(type)
            .Any(part => ReportText.IsIn(part) && ShowsSection(type.Code, part.Code, section));
}
