using ProgramReview.Core.Events;

namespace ProgramReview.Core.Planning;

/// <summary>Every check of content there is. A plan names them to weigh them; the rules behind them stand where files are checked.</summary>
public static class CheckCatalogue
{
    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<CheckDefinition> All { get; } =
    [
        // Could not be read.
        File("content-damaged", Severity.Blocker),
        File("content-locked", Severity.Blocker),
        File("content-too-large", Severity.Blocker),
        File("content-too-deep", Severity.Blocker),
        File("content-too-costly", Severity.Blocker),
        File("content-not-understood", Severity.Error),
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
    ];

    private static readonly Dictionary<string, CheckDefinition> ByCode = All.ToDictionary(
        check => check.Code,
        StringComparer.Ordinal
    );

    /// <summary>The check with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such check.</exception>
    public static CheckDefinition Of(string code) => ByCode[code];

    /// <summary>Whether there is a check with this code.</summary>
    public static bool Has(string code) => ByCode.ContainsKey(code);

    private static CheckDefinition File(string code, Severity severity) =>
        new(code, severity, CheckedContent.File);
}
