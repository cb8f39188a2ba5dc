using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The neutral page and the error pages.</summary>
internal static class OtherGallery
{
    public static IEnumerable<Exhibit> Of(Language language)
    {
        var nobody = new PageContext(language, Sample.Now, null);
        yield return Gallery.Page<LinkProblemPage>(
            "link",
            new LinkProblemPageModel(nobody, "/l/abc/fresh")
        );
        yield return Gallery.Page<LinkProblemPage>(
            "link-requested",
            new LinkProblemPageModel(nobody, "/l/abc/fresh", true)
        );
        yield return Gallery.Page<LinkPassedPage>(
            "link-passed",
            new LinkPassedPageModel(Sample.Context(language), Sample.District.Body)
        );
        foreach (var kind in Enum.GetValues<ErrorKind>())
        {
            yield return Gallery.Page<ErrorPage>(
                $"error-{kind}".ToLowerInvariant(),
                new ErrorPageModel(nobody, kind, "7f3a9c", "/u/abc")
            );
        }
    }
}
