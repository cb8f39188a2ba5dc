using ProgramReview.Core.Compiling;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Compiling;

namespace ProgramReview.Functions.Rendering;

/// <summary>What the pages of a dossier as HTML files are called; they lie beside each other, so links between them are their names.</summary>
internal static class HtmlNames
{
    /// <summary>The first page.</summary>
    public const string Index = "index.html";

    /// <summary>The reports of a piece, from 1.</summary>
    public static string Reports(int piece) => FormattableString.Invariant($"reports-{piece}.html");

    /// <summary>A page of the reports with an exception, from 1.</summary>
    public static string Exceptions(DossierException kind, int page) =>
        FormattableString.Invariant($"{ExceptionName.Of(kind)}-{page}.html");

    /// <summary>What the reports of a piece say in a section, from 1.</summary>
    public static string Texts(DossierChapter chapter, int piece) =>
        FormattableString.Invariant($"texts-{chapter.Name}-{piece}.html");

    /// <summary>The figures of a node, at an indicator or from above.</summary>
    public static string Figures(FanOutNode node, Indicator? indicator) =>
        $"figures-{node}.html{(indicator is null ? "" : $"#{AnchorOf(indicator)}")}";

    /// <summary>Where an indicator stands on the page of a node.</summary>
    public static string AnchorOf(Indicator indicator) => $"of-{indicator.Code}";
}
