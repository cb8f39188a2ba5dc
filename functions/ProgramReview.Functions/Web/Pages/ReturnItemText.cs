using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>One reason of a return in words: the part, the place and what was found there.</summary>
public static class ReturnItemText
{
    /// <summary>The reason as a line.</summary>
    /// <param name="context">The reader and the plan.</param>
    /// <param name="reportType">The report type's code.</param>
    /// <param name="item">The reason.</param>
    public static string Show(PageContext context, string reportType, ReturnItem item) =>
        string.Join(
            ": ",
            new[]
            {
                PartText.Name(context, reportType, item.Part),
                PlaceText.Show(
                    context,
                    item.Finding?.Place ?? new FindingPlace { Section = item.Section },
                    reportType
                ),
                item.Finding is { } finding ? FindingText.What(context, finding) : "",
            }.Where(words => words is { Length: > 0 })
        );
}
