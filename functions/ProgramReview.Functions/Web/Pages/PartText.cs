using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>The parts of a report in words. A report that consists of one file has no parts to speak of.</summary>
public static class PartText
{
    /// <summary>The part's title, or null where the report has only this one.</summary>
    /// <param name="context">The reader and the plan.</param>
    /// <param name="reportType">The report type's code.</param>
    /// <param name="part">The part's code.</param>
    public static string? Name(PageContext context, string reportType, string part)
    {
        var type = context.Plan!.ReportType(reportType);
        return ReportPart.Of(type).Count == 1
            ? null
            : type.FindPart(part)?.Title.In(context.Language) ?? part;
    }

    /// <summary>The titles of several, or null where the report has only one part or none is named.</summary>
    public static string? Names(
        PageContext context,
        string reportType,
        IEnumerable<string> parts
    ) =>
        string.Join(", ", parts.Select(part => Name(context, reportType, part)).OfType<string>())
            is { Length: > 0 } names
            ? names
            : null;

    /// <summary>A part with its body and its report.</summary>
    public static string Whole(PageContext context, PartId id)
    {
        var (plan, language) = (context.Plan!, context.Language);
        var type = plan.ReportType(id.Assignment.ReportType);
        var report =
            $"{plan.Body(id.Assignment.Body).Name.In(language)} – {type.Title.In(language)}";
        return Name(context, type.Code, id.Part) is { } name ? $"{report}: {name}" : report;
    }
}
