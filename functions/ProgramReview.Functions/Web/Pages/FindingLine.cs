using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>A finding as programs get it.</summary>
/// <param name="Code">The check.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Key">Names it among all about a part: an answer to a query bears it.</param>
/// <param name="Text">What it says, in the reader's language.</param>
/// <param name="Mend">What to do about it; null where the text says so itself.</param>
/// <param name="Place">Where, in words; empty if it is about the whole.</param>
/// <param name="Where">The same by codes and numbers; null if it is about the whole.</param>
public sealed record FindingLine(
    string Code,
    Severity Severity,
    string Key,
    string Text,
    string? Mend,
    string Place,
    FindingPlace? Where
)
{
    /// <summary>The line of a finding.</summary>
    public static FindingLine Of(PageContext context, string reportType, Finding finding) =>
        new(
            finding.Code,
            finding.Severity,
            finding.Key,
            FindingText.What(context, finding),
            FindingText.Mend(context.Language, finding.Code),
            PlaceText.Show(context, finding.Place, reportType),
            finding.Place
        );
}
