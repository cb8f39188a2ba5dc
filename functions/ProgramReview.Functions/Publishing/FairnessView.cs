using Microsoft.AspNetCore.Http;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Functions.Publishing;

/// <summary>Answers with the fairness report, as a page or as CSV.</summary>
public sealed class FairnessView(PageRenderer renderer)
{
    /// <summary>The report as a page.</summary>
    public async Task<PageResult> PageAsync(FairnessPageModel model, bool isPublic) =>
        new(await renderer.RenderAsync<FairnessPage>(model), IsPublic: isPublic);

    /// <summary>The same as a CSV file in the reader's language, named after the cycle.</summary>
    public static IResult Table(FairnessPageModel model) =>
        Results.File(
            FairnessCsv.Write(model),
            Csv.ContentType,
            $"{model.Context.Plan!.Plan.Id}.fairness.csv"
        );
}
