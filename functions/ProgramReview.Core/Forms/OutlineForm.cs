using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Forms;

/// <summary>The document in which one body writes one report: its head, its title and a heading for each section.</summary>
/// <param name="Assignment">Whose report it is.</param>
/// <param name="Style">By which rules it is laid out.</param>
/// <param name="Superior">The body above the one that writes, or whose programme it is; null where that is the body itself.</param>
/// <param name="Body">The body that writes.</param>
/// <param name="Programme">The number of the programme that is summed up.</param>
/// <param name="Title">The report's title.</param>
/// <param name="Sections">In the order of the outline.</param>
public sealed record OutlineForm(
    AssignmentId Assignment,
    DocumentStyle Style,
    LocalizedText? Superior,
    LocalizedText Body,
    string Programme,
    LocalizedText Title,
    IReadOnlyList<OutlineFormSection> Sections
)
{
    /// <summary>The form of an assignment of the plan.</summary>
    public static OutlineForm Of(PlanLookup plan, AssignmentId assignment)
    {
        var body = plan.Body(assignment.Body);
        var type = plan.ReportType(assignment.ReportType);
        var style = plan.Plan.StyleOf(body);
        var above = body.Parent is { } parent
            ? plan.Body(parent).Name
            : plan.Plan.Programme.Committee;
        return new OutlineForm(
            assignment,
            style,
            above == body.Name ? null : above,
            body.Name,
            plan.Plan.Programme.Number,
            type.Title,
            [
                .. type.Outline.Select(
                    (section, i) => new OutlineFormSection(Numbered(style, i + 1), section)
                ),
            ]
        );
    }

    // As practised: bodies of the Party put a hyphen behind the numeral, those of the state a full stop.
    private static string Numbered(DocumentStyle style, int number) =>
        style switch
        {
            DocumentStyle.Party => $"{Roman.Of(number)}-",
            DocumentStyle.State => $"{Roman.Of(number)}.",
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, "Unknown style."),
        };
}
