using ProgramReview.Core.Compiling;
using ProgramReview.Functions.Compiling;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Rendering;

/// <summary>Gathers the reports with one exception while pieces go by, a page at a time.</summary>
/// <param name="kind">The exception.</param>
/// <param name="count">How many there will be.</param>
internal sealed class HtmlExceptions(DossierException kind, int count)
{
    private const int Most = 100;

    private readonly List<ReportLine> lines = [];
    private int seen;

    /// <summary>The exception.</summary>
    public DossierException Kind => kind;

    /// <summary>The page that was filled last, from 1.</summary>
    public int Page { get; private set; }

    /// <summary>Whether that is the last one.</summary>
    public bool IsLast => seen == count;

    /// <summary>Adds a report.</summary>
    /// <returns>The page that it fills; null while there is room.</returns>
    public ExceptionGroup? Add(ReportLine line)
    {
        lines.Add(line);
        seen++;
        if (lines.Count < Most && !IsLast)
        {
            return null;
        }
        var group = new ExceptionGroup(kind, count, [.. lines], Path: null);
        lines.Clear();
        Page++;
        return group;
    }
}
