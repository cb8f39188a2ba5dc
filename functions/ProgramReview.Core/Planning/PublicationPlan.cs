namespace ProgramReview.Core.Planning;

/// <summary>
/// Who reads what once the dossier is published: figures and the list of reports are open, texts, files and explanations closed, unless it says
/// otherwise. Explanations are never opened.
/// </summary>
/// <param name="Reports">Who reads the list of reports: who owed what, and when it came.</param>
/// <param name="Figures">Who reads the figures.</param>
/// <param name="Rules">What holds for single parts and sections.</param>
public sealed record PublicationPlan(
    Readers Reports,
    Readers Figures,
    IReadOnlyList<ReadingRule> Rules
)
{
    /// <summary>Without a word in the plan.</summary>
    public static readonly PublicationPlan Unsaid = new(Readers.Everybody, Readers.Everybody, []);

    /// <summary>Whether an audience reads the list of reports.</summary>
    public bool ShowsReports(Readers audience) => Reads(audience, Reports);

    /// <summary>Whether an audience reads figures.</summary>
    public bool ShowsFigures(Readers audience) => Reads(audience, Figures);

    /// <summary>Whether an audience reads the files of a part.</summary>
    public bool ShowsPart(Readers audience, string reportType, string part) =>
        Reads(audience, Find(rule => rule.Report == reportType && rule.Part == part));

    /// <summary>Whether an audience reads the text of a section; also where it reads the files that hold it.</summary>
    /// <param name="audience">The audience.</param>
    /// <param name="reportType">The report type's code.</param>
    /// <param name="part">The code of the part whose file says it.</param>
    /// <param name="section">The section's code; null for what stands in none.</param>
    public bool ShowsSection(Readers audience, string reportType, string part, string? section) =>
        ShowsPart(audience, reportType, part)
        || Reads(
            audience,
            Find(rule =>
                section is not null && rule.Report == reportType && rule.Section == section
            )
        );

    /// <summary>Whether an audience reads explanations, and what was asked about files.</summary>
    public static bool ShowsExplanations(Readers audience) => audience == Readers.Participants;

    private static bool Reads(Readers audience, Readers openTo) =>
        audience == Readers.Participants || openTo == Readers.Everybody;

    private Readers Find(Func<ReadingRule, bool> about) =>
        Rules.FirstOrDefault(about)?.ReadBy ?? Readers.Participants;
}
