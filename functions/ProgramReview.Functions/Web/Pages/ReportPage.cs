namespace ProgramReview.Functions.Web.Pages;

/// <summary>One page of the reports of a dossier, or of those that another is drawn from.</summary>
/// <param name="Lines">The lines of this page.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Number">Which page, from 1.</param>
public sealed record ReportPage(IReadOnlyList<ReportLine> Lines, int Count, int Number)
{
    /// <summary>So many stand on a page.</summary>
    public const int Most = 100;

    /// <summary>No reports.</summary>
    public static readonly ReportPage Empty = new([], 0, 1);

    /// <summary>The last page, from 1.</summary>
    public int Last { get; init; } = (Count + Most - 1) / Most;

    /// <summary>The page before, or null.</summary>
    public string? PreviousPath => Number > 1 ? PathOf(Number - 1) : null;

    /// <summary>The page after, or null.</summary>
    public string? NextPath => Number < Last ? PathOf(Number + 1) : null;

    // The same page in another place of the list.
    private static string PathOf(int number) =>
        FormattableString.Invariant($"?page={number}#reports");
}
