using Microsoft.AspNetCore.Http;
using ProgramReview.Core.Compiling;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Answers with the fairness report, as a page or as CSV.</summary>
public sealed class FairnessView(PageRenderer renderer)
{
    /// <summary>The page.</summary>
    public async Task<PageResult> PageAsync(FairnessPageModel model, bool isPublic) =>
        new(await renderer.RenderAsync<FairnessPage>(model), IsPublic: isPublic);

    /// <summary>The CSV.</summary>
    public static IResult Table(
        PlanLookup plan,
        Language language,
        IReadOnlyList<FairnessLine> lines,
        IReadOnlyList<Outage> outages,
        IReadOnlyList<OutageWindow> healthGaps
    ) =>
        Results.File(
            FairnessCsv.Write(plan, language, lines, outages, healthGaps),
            Csv.ContentType,
            $"{plan.Plan.Id}.fairness.csv"
        );
}
