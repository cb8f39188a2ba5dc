using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Figures;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Material;

/// <summary>What a file of material is drawn from, piece by piece.</summary>
/// <param name="Reader">In whose language it is written, with the plan.</param>
/// <param name="Order">When and for whom it was made.</param>
/// <param name="Manifest">What it is made of.</param>
/// <param name="Outline">The sections, in the order of the chapters.</param>
internal sealed record MaterialContent(
    PageContext Reader,
    MaterialOrder Order,
    MaterialManifest Manifest,
    IReadOnlyList<OutlineSection> Outline
)
{
    /// <summary>The code that what stands in no section has here.</summary>
    public const string Elsewhere = "";

    /// <summary>Its pieces, one after the other.</summary>
    public required Func<
        CancellationToken,
        IAsyncEnumerable<(string Hash, MaterialPiece Piece)>
    > Pieces { get; init; }

    /// <summary>What the reports of a piece say in a section.</summary>
    public required Func<
        string,
        string,
        CancellationToken,
        Task<IReadOnlyList<MaterialSection>>
    > Sections { get; init; }

    /// <summary>The figures of the whole, then those of the nodes directly below it; none where none were made.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<FigureView>> Figures { get; init; }

    /// <summary>The plan.</summary>
    public PlanLookup Plan => Reader.Plan!;

    /// <summary>The reader's language.</summary>
    public Language Language => Reader.Language;

    /// <summary>The chapters: the sections of the outline, and what stands in none.</summary>
    public IEnumerable<(string Code, string Title)> Chapters =>
        Outline
            .Select(section => (section.Code!, section.Title.In(Language)))
            .Append((Elsewhere, T("texts.elsewhere")));

    /// <summary>A text of the product.</summary>
    public string T(string key, params object?[] arguments) => Text.Get(Language, key, arguments);

    /// <summary>The reports that say something in a section, in the order of the plan.</summary>
    public async IAsyncEnumerable<(MaterialReport Report, MaterialSection Section)> SaidAsync(
        string section,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var (hash, piece) in Pieces(cancellation))
        {
            var reports = piece.Reports.ToDictionary(report => report.Assignment);
            foreach (var said in await Sections(hash, section, cancellation))
            {
                yield return (reports[said.Assignment], said);
            }
        }
    }

    /// <summary>A report's name: its body, and what it is.</summary>
    public string NameOf(MaterialReport report) =>
        T(
            "material.report",
            Plan.Body(report.Assignment.Body).Name.In(Language),
            Plan.ReportType(report.Assignment.ReportType).Brief.In(Language)
        );

    /// <summary>Where a paragraph stands, as a note says it.</summary>
    public string SourceOf(MaterialReport report, TextParagraph paragraph) =>
        T("material.source", NameOf(report), TextPlace.Of(Reader, paragraph), report.Sha256![..12]);
}
