using System.Globalization;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>What findings of content quote, as their reader's language writes it.</summary>
internal static class CheckArguments
{
    private const string Nothing = "–";

    /// <summary>The arguments of a finding of content; null for any other.</summary>
    public static IEnumerable<string>? Show(PageContext context, Finding finding) =>
        CheckCatalogue.Has(finding.Code)
            ? finding.Arguments.Select(
                (argument, i) =>
                    argument.Length == 0 ? Nothing : One(context, finding.Code, i, argument)
            )
            : null;

    private static string One(PageContext context, string code, int place, string argument) =>
        (code, place) switch
        {
            ("head-other-body", _) => BodyName(context, argument),
            ("annex-of-another", _) => AssignmentName(context, argument),
            ("value-falls" or "estimate-below-actual", 2) => PlaceText.Show(
                context,
                new FindingPlace { Period = argument }
            ),
            (
                "section-too-short"
                    or "value-out-of-bounds"
                    or "value-not-whole"
                    or "value-over-hundred"
                    or "value-falls"
                    or "estimate-below-actual"
                    or "estimate-off-trend"
                    or "target-far",
                _
            )
            or ("value-as-text" or "figure-differs", 1) => Number(context.Language, argument),
            _ => argument,
        };

    private static string Number(Language language, string argument) =>
        decimal.TryParse(
            argument,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number.ToString("#,0.######", Numbers.Format(language))
            : argument;

    private static string BodyName(PageContext context, string code) =>
        context
            .Plan?.Plan.Bodies.FirstOrDefault(body => body.Code == code)
            ?.Name.In(context.Language)
        ?? code;

    private static string AssignmentName(PageContext context, string assignment) =>
        AssignmentId.TryParse(assignment, null, out var id)
        && context.Plan is { } plan
        && plan.Plan.ReportTypes.FirstOrDefault(type => type.Code == id.ReportType) is { } type
            ? $"{BodyName(context, id.Body)}, {type.Brief.In(context.Language)}"
            : assignment;
}
