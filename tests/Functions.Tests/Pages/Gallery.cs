using Microsoft.AspNetCore.Components;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>Every page in every state, by name.</summary>
internal static class Gallery
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        .. Enum.GetValues<Language>()
            .SelectMany(language =>
                UploadGallery
                    .Of(language)
                    .Concat(ReceiptGallery.Of(language))
                    .Concat(DecisionGallery.Of(language))
                    .Concat(StatusGallery.Of(language))
                    .Concat(TextsGallery.Of(language))
                    .Concat(MaterialGallery.Of(language))
                    .Concat(FiguresGallery.Of(language))
                    .Concat(CheckedGallery.Beside(language))
                    .Concat(FileGallery.Of(language))
                    .Concat(OtherGallery.Of(language))
            ),
    ];

    public static Exhibit Page<TPage>(string name, IPageModel model)
        where TPage : IComponent =>
        new(
            $"{name}.{LanguageTags.TagOf(model.Context.Language)}",
            typeof(TPage),
            model.Context.Language,
            pages => pages.RenderAsync<TPage>(model)
        );
}
