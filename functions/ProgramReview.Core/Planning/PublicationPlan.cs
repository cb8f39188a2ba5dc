using System.Text.Json.Serialization;

namespace ProgramReview.Core.Planning;

/// <summary>Who reads what once the dossier is published: figures and the list of reports are open, texts and files closed, unless it says otherwise.</summary>
/// <param name="Reports">Who reads the list of reports: who owed what, and when it came.</param>
/// <param name="Figures">Who reads the figures.</param>
/// <param name="Rules">What holds for single parts and sections.</param>
public sealed record PublicationPlan(
    Readers Reports,
    Readers Figures,
    IReadOnlyList<ReadingRule> Rules
)
{
    /// <summary>The longest that a cycle stays open after a publication.</summary>
    public static readonly TimeSpan MaxOpenFor = TimeSpan.FromDays(366);

    /// <summary>How long after the first publication late truth still leads to an edition; null: the cycle ends with the publication.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimeSpan? OpenFor { get; init; }

    /// <summary>Without a word in the plan.</summary>
    public static readonly PublicationPlan Unsaid = new(Readers.Everybody, Readers.Everybody, []);

    /// <summary>Who reads the files of a part.</summary>
    public Readers OfPart(string reportType, string part) =>
        Find(rule => rule.Report == reportType && rule.Part == part);

    /// <summary>Who reads the text of a section.</summary>
    public Readers OfSection(string reportType, string section) =>
        Find(rule => rule.Report == reportType && rule.Section == section);

    private Readers Find(Func<ReadingRule, bool> about) =>
        Rules.FirstOrDefault(about)?.ReadBy ?? Readers.Participants;
}
