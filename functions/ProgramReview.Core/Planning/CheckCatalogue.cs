using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning;

/// <summary>Every check of content there is. A plan names them to weigh them; the rules behind them stand where files are checked.</summary>
public static class CheckCatalogue
{
    /// <summary>That the content could not be read: such a file never counts.</summary>
    public static IReadOnlyList<CheckDefinition> Unreadable { get; } =
    [
        File("content-damaged", Severity.Blocker),
        File("content-locked", Severity.Blocker),
        File("content-too-large", Severity.Blocker),
        File("content-too-deep", Severity.Blocker),
        File("content-too-costly", Severity.Blocker),
        File("content-not-understood", Severity.Error),
    ];

    /// <summary>
    /// Findings of a file that is not the whole report, whatever they weigh: nobody has sent it yet, so nothing of it can be corrected after the close.
    /// </summary>
    public static IReadOnlySet<string> Incomplete { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            "content-not-understood",
            "text-missing",
            "section-missing",
            "section-empty",
            "annex-table-missing",
            "annex-row-missing",
            "annex-period-missing",
        };

    /// <summary>All that are made of files, in the order in which they are told.</summary>
    public static IReadOnlyList<CheckDefinition> All { get; } =
    [
        .. Unreadable,
        // Acts by itself or brings another file along.
        File("active-macro", Severity.Error),
        File("active-control", Severity.Error),
        File("active-remote-template", Severity.Error),
        File("active-remote-content", Severity.Query),
        File("active-external-workbook", Severity.Query),
        File("active-embedded-object", Severity.Query),
        File("active-attachment", Severity.Query),
        File("active-javascript", Severity.Error),
        File("active-launch", Severity.Error),
        // The report's text.
        Text("text-missing", Severity.Query),
        Text("section-missing", Severity.Error),
        Text("section-doubtful", Severity.Query),
        Text("section-empty", Severity.Error),
        Text("section-too-short", Severity.Query),
        Text("section-out-of-order", Severity.Query),
        Text("head-other-body", Severity.Query),
        Text("head-other-programme", Severity.Query),
        Text("dispatch-number-missing", Severity.Info),
        Text("dispatch-date-missing", Severity.Info),
        File("legacy-encoding", Severity.Query),
        // The annex as a form.
        Figures("annex-of-another", Severity.Error),
        Figures("annex-of-another-definition", Severity.Query),
        Figures("annex-table-missing", Severity.Error),
        Figures("annex-row-missing", Severity.Error),
        Figures("annex-row-twice", Severity.Error),
        Figures("annex-row-unknown", Severity.Query),
        Figures("annex-unit-changed", Severity.Error),
        Figures("annex-period-missing", Severity.Error),
        Figures("annex-period-twice", Severity.Error),
        Figures("annex-estimate-unmarked", Severity.Error),
        Figures("annex-preliminary-elsewhere", Severity.Query),
        // What stands in a cell.
        Figures("value-missing", Severity.Error),
        Figures("value-not-a-number", Severity.Error),
        Figures("value-ambiguous", Severity.Error),
        Figures("value-as-text", Severity.Info),
        Figures("value-a-date", Severity.Error),
        Figures("value-not-computed", Severity.Error),
        Figures("value-in-error", Severity.Error),
        Figures("value-merged", Severity.Error),
        Figures("value-hidden", Severity.Query),
        // What a value says.
        Figures("value-out-of-bounds", Severity.Error),
        Figures("value-not-whole", Severity.Error),
        Figures("value-over-hundred", Severity.Query),
        Figures("value-falls", Severity.Error),
        Figures("estimate-below-actual", Severity.Query),
        Figures("estimate-off-trend", Severity.Query),
        Figures("target-far", Severity.Query),
        Figures("values-all-zero", Severity.Query),
        // Text and annex side by side.
        new("figure-differs", Severity.Query, CheckedContent.Pair),
    ];

    /// <summary>The checks that hold the reports of several bodies against each other: no file is right or wrong by them.</summary>
    public static IReadOnlyList<CheckDefinition> BetweenReports { get; } =
    [
        Between("between-parent", Severity.Query),
        Between("between-twice-told", Severity.Query),
        Between("between-falls", Severity.Query),
        Between("between-estimate-below", Severity.Query),
        Between("between-off-trend", Severity.Query),
        Between("between-target", Severity.Query),
        Between("between-outlier", Severity.Info),
    ];

    /// <summary>All that a plan can weigh: those of files, then those between reports.</summary>
    public static IReadOnlyList<CheckDefinition> Weighed { get; } = [.. All, .. BetweenReports];

    private static readonly Dictionary<string, CheckDefinition> ByCode = Weighed.ToDictionary(
        check => check.Code,
        StringComparer.Ordinal
    );

    /// <summary>The check with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such check.</exception>
    public static CheckDefinition Of(string code) => ByCode[code];

    /// <summary>Whether there is a check with this code.</summary>
    public static bool Has(string code) => ByCode.ContainsKey(code);

    private static CheckDefinition Text(string code, Severity severity) =>
        new(code, severity, CheckedContent.Text);

    private static CheckDefinition Figures(string code, Severity severity) =>
        new(code, severity, CheckedContent.Figures);

    private static CheckDefinition Between(string code, Severity severity) =>
        new(code, severity, CheckedContent.Reports);

    private static CheckDefinition File(string code, Severity severity) =>
        new(code, severity, CheckedContent.File);
}
