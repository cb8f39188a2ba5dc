using ProgramReview.Core.Events;
using ProgramReview.Core.Material;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Material;

namespace ProgramReview.Pages.Tests;

/// <summary>The page of material in every state.</summary>
internal static class MaterialGallery
{
    public static IEnumerable<Exhibit> Of(Language language)
    {
        var order = new MaterialOrder(9, Sample.Now.AddHours(-3), "office-1")
        {
            Made = new CycleEvent.MaterialMade(9, new string('a', 64), 12_000, 1_234),
            MadeAt = Sample.Now.AddHours(-2),
        };
        var page = new MaterialPageModel
        {
            Context = Sample.Context(language),
            Newest = order,
            Former = order,
            Changes = new MaterialChanges(
                1_234,
                [
                    new MaterialChange(Sample.District, null, "a"),
                    new MaterialChange(Sample.District, "a", null),
                    new MaterialChange(Sample.District, "a", "b"),
                ],
                true
            ),
            Steps = 120,
            Path = "/u/x/consolidation",
            AskPath = "/u/x/consolidation",
            TextsPath = "/u/x/texts",
            BackPath = "/u/x",
        };
        yield return Gallery.Page<MaterialPage>("material", page);
        yield return Gallery.Page<MaterialPage>(
            "material-at-work",
            page with
            {
                Newest = null,
                Former = null,
                AtWork = order with { Made = null },
                Done = 40,
            }
        );
        yield return Gallery.Page<MaterialPage>(
            "material-none",
            page with
            {
                Newest = null,
                Former = null,
                AskPath = null,
                OrderPath = "/status/x?form=make-material#make-material",
            }
        );
        yield return Gallery.Page<MaterialPage>(
            "material-first",
            page with
            {
                Former = null,
                AskPath = null,
            }
        );
    }
}
