using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering;

namespace ProgramReview.Pages.Tests;

/// <summary>The renderings of a dossier: all forms, of which one does not speak Hindi.</summary>
internal static class RenderingSample
{
    public static RenderingListModel All => RenderingListModel.Of("/d/x/as", Files);

    public static RenderingListModel BeingMade =>
        new("/d/x/as", [.. Files.Select(file => file.Id)], [.. Files.Take(5)]) { IsAtWork = true };

    private static IReadOnlyList<RenderedFile> Files =>
        [
            .. from language in Enum.GetValues<Language>()
            from form in new[] { "html", "docx", "xlsx", "pdf", DossierArchive.Name }
            where form != "pdf" || language != Language.Hi
            select new RenderedFile(
                new RenderingId(form, language, Readers.Everybody),
                1,
                "application/octet-stream",
                1_234_567,
                Sample.Hash
            ),
        ];
}
