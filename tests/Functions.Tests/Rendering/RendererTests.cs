using ProgramReview.Core.Planning;
using ProgramReview.Functions.Rendering;
using ProgramReview.Functions.Tests.Forms;
using Xunit;

namespace ProgramReview.Functions.Tests.Rendering;

/// <summary>What holds of every document of a dossier.</summary>
public sealed class RendererTests
{
    private static readonly IReadOnlyList<IDossierRenderer> Renderers =
    [
        new DocxRenderer(),
        new XlsxRenderer(),
        new PdfRenderer(),
    ];

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("pdf")]
    public async Task The_same_dossier_is_the_same_bytes(string format)
    {
        var renderer = Of(format);

        Assert.Equal(
            await Rendered.BytesAsync(
                renderer,
                RenderingSample.Content(Language.Vi, FormSample.Hanoi)
            ),
            await Rendered.BytesAsync(
                renderer,
                RenderingSample.Content(Language.Vi, FormSample.Hanoi)
            )
        );
    }

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public async Task However_many_reports_there_are_little_of_it_is_held(string format)
    {
        var passing = new Passing();

        await Of(format)
            .WriteAsync(
                RenderingSample.Content(Language.Vi, FormSample.Hanoi, times: 120),
                passing,
                TestContext.Current.CancellationToken
            );

        Assert.True(passing.Total > 300_000, $"{passing.Total} bytes");
        Assert.InRange(passing.Largest, 1, 200_000);
    }

    private static IDossierRenderer Of(string format) =>
        Renderers.Single(renderer => renderer.Format == format);
}
