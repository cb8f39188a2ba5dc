using ProgramReview.Core.Naming;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>What reports of a dossier say in one section.</summary>
public sealed record DossierTextsPageModel : IPageModel
{
    /// <summary>Reader, plan (required here) and instant.</summary>
    public required PageContext Context { get; init; }

    /// <summary>The sections that the reader can choose from.</summary>
    public required IReadOnlyList<DossierChapter> Chapters { get; init; }

    /// <summary>The one that is shown.</summary>
    public required DossierChapter Chapter { get; init; }

    /// <summary>What the reports of this page say.</summary>
    public required IReadOnlyList<ReportSaid> Said { get; init; }

    /// <summary>Where the file of a part is fetched; null where the reader may not.</summary>
    public required Func<PartId, string?> FilePath { get; init; }

    /// <summary>The path below which the dossier's pages lie.</summary>
    public required string Path { get; init; }

    /// <summary>Which page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The last page, from 1.</summary>
    public required int Last { get; init; }
}
