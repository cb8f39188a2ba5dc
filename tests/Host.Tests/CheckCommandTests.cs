using ProgramReview.Local.Host.Commands;

namespace ProgramReview.Host.Tests;

/// <summary>What <c>./review check</c> takes and refuses; the findings go to the console, the verdict is the exit code.</summary>
public sealed class CheckCommandTests
{
    private const string Report = "bao-cao-ba-dinh.docx";
    private const string Annex = "phu-luc-so-lieu.xlsx";

    [Fact]
    public async Task The_shipped_samples_would_count() =>
        Assert.Equal(0, await CheckAsync("ba-dinh.district", [Report, Annex]));

    [Fact]
    public async Task Files_of_a_type_are_checked_for_whoever_sends_them() =>
        Assert.Equal(0, await CheckAsync("district", [Report, Annex]));

    [Theory]
    [InlineData("phu-luc-co-loi.xlsx")]
    [InlineData("anh-chup-nham.docx")]
    [InlineData("tep-rong.pdf")]
    public async Task A_file_that_would_not_count_fails(string file) =>
        Assert.Equal(1, await CheckAsync("ba-dinh.district", [Annex, file]));

    [Fact]
    public async Task A_file_for_another_part_fails() =>
        Assert.Equal(1, await CheckAsync("ba-dinh.district", [Report, "--part", "annex"]));

    [Theory]
    [InlineData("ba-dinh.r9", Report)]
    [InlineData("ba-dinh.district", "no-such-file.docx")]
    [InlineData("ba-dinh.district", Report, "--part", "no-such-part")]
    public async Task What_is_not_there_is_said_and_fails(string whose, params string[] rest) =>
        Assert.Equal(1, await CheckAsync(whose, rest));

    [Fact]
    public async Task Json_is_told_as_well() =>
        Assert.Equal(1, await CheckAsync("ba-dinh.district", ["phu-luc-co-loi.xlsx", "--json"]));

    private static Task<int> CheckAsync(string whose, string[] rest) =>
        CommandLine.RunAsync(
            [
                "check",
                SourceTree.PathOf("plans/hanoi-01-ctr-tu"),
                whose,
                .. rest.Select(one =>
                    one.Contains('.')
                        ? SourceTree.PathOf($"plans/hanoi-01-ctr-tu/samples/{one}")
                        : one
                ),
            ],
            CheckCommand.Create()
        );
}
