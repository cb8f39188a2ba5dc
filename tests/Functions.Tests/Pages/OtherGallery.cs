using ProgramReview.Core.Planning;
using ProgramReview.Functions.Status;
using ProgramReview.Functions.Web.Links;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>The neutral page and the error pages.</summary>
internal static class OtherGallery
{
    public static IEnumerable<Exhibit> Of(Language language)
    {
        var nobody = Sample.Context(language) with { Plan = null };
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
        yield return Gallery.Page<LinkPassedPage>(
            "seat-passed",
            new LinkPassedPageModel(Sample.Context(language), Body: null)
        );
        var home = new HomePageModel
        {
            Context = nobody,
            Cycles =
            [
                .. Enum.GetValues<HomePhase>()
                    .Select(phase => new HomeCycle(
                        Sample.Lookup,
                        phase,
                        Sample.Limit("2024-10-01T00:00:00+07:00"),
                        phase == HomePhase.Published ? "/d/x" : null
                    )),
            ],
        };
        yield return Gallery.Page<HomePage>("home", home);
        yield return Gallery.Page<HomePage>(
            "home-asked",
            home with
            {
                Cycles = [],
                IsLinkAsked = true,
            }
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
