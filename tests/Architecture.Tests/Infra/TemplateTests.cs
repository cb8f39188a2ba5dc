using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>Every template and parameter file compiles without a word, and is laid out as the formatter lays it out.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Places.Infra, "*.bicep*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".bicep" or ".bicepparam")
                .Select(file => Path.GetRelativePath(Places.Infra, file))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public async Task The_whole_compiles_and_lints_without_a_warning()
    {
        await Bicep.RunAsync("build", "main.bicep", "--stdout");
        await Bicep.RunAsync("lint", "main.bicep");
    }

    [Theory]
    [InlineData("prod.bicepparam")]
    [InlineData("test.bicepparam")]
    public async Task A_parameter_file_fits_the_template(string file) =>
        Assert.Contains("alertAddresses", await Bicep.RunAsync("build-params", file, "--stdout"));

    public static TheoryData<string, string> Needed =>
        [
            .. from file in (string[])["prod.bicepparam", "test.bicepparam"]
            from variable in Bicep.Least.Keys
            select (file, variable),
        ];

    [Theory]
    [MemberData(nameof(Needed))]
    public async Task What_was_forgotten_is_named_before_anything_is_deployed(
        string file,
        string variable
    ) =>
        Assert.Contains(
            variable,
            await Bicep.RefusalAsync(
                Bicep.Least.Where(pair => pair.Key != variable),
                "build-params",
                file,
                "--stdout"
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_formatted(string file)
    {
        var formatted = await Bicep.RunAsync("format", file, "--stdout");

        Assert.True(
            formatted.TrimEnd() == SourceTree.Read($"infra/{file}").TrimEnd(),
            $"infra/{file} is not laid out as the formatter does: run bicep format on it."
        );
    }
}
