using System.Text.RegularExpressions;
using ProgramReview.Core.Deadlines;
using Xunit;

namespace ProgramReview.Architecture.Tests;

public sealed class HouseTests
{
    private const int MostLines = 350;

    [Fact]
    public void The_product_never_names_the_local_host() =>
        Assert.Empty(
            SourceFile
                .Under("functions", ".cs", ".razor", ".json")
                .Where(file => file.Text.Contains("ProgramReview.Local", StringComparison.Ordinal))
                .Select(file => file.Path)
        );

    [Fact]
    public void The_product_is_the_same_source_for_both_hosts() =>
        Assert.Empty(
            SourceFile
                .Under("functions", ".cs")
                .Where(file => Regex.IsMatch(file.Text, @"(?m)^\s*#\s*(if|elif|else)\b"))
                .Select(file => file.Path)
        );

    [Fact]
    public void The_rules_know_no_cloud_and_no_host() =>
        Assert.All(
            typeof(Deadline).Assembly.GetReferencedAssemblies(),
            assembly =>
                Assert.DoesNotMatch(
                    "Azure|Durable|Functions|AspNetCore|Extensions|Local",
                    assembly.Name
                )
        );

    [Fact]
    public void The_project_of_the_rules_names_no_package_and_no_other_project() =>
        Assert.DoesNotContain(
            "Reference Include",
            Assert.Single(SourceFile.Under("functions/ProgramReview.Core", ".csproj")).Text,
            StringComparison.Ordinal
        );

    // The one comparison of an observed instant with a deadline.
    [Fact]
    public void Only_the_rule_about_time_asks_whether_a_deadline_is_reached() =>
        Assert.Equal(
            [
                "functions/ProgramReview.Core/Deadlines/Deadline.cs",
                "functions/ProgramReview.Core/Deadlines/Timeliness.cs",
            ],
            SourceFile
                .Under("functions", ".cs", ".razor")
                .Where(file => file.Text.Contains("IsReachedBy", StringComparison.Ordinal))
                .Select(file => file.Path)
        );

    // Whether time is over, and which instants are in force for an assignment.
    [Theory]
    [InlineData("Remaining\\(.*\\) (<=|>) TimeSpan\\.Zero", "Core/Deadlines/Deadline.cs")]
    [InlineData("DueInForce \\?\\?|Current\\?\\.Closes \\?\\?", "Core/Planning/ReportType.cs")]
    public void A_rule_about_instants_stands_once(string pattern, string place) =>
        Assert.Equal(
            [$"functions/ProgramReview.{place}"],
            SourceFile
                .Under("functions", ".cs", ".razor")
                .Where(file => Regex.IsMatch(file.Text, pattern))
                .Select(file => file.Path)
        );

    [Fact]
    public void Only_a_window_asks_the_rule() =>
        Assert.Equal(
            ["functions/ProgramReview.Core/Events/Window.cs"],
            SourceFile
                .Under("functions", ".cs", ".razor")
                .Where(file => file.Text.Contains("Timeliness.Judge(", StringComparison.Ordinal))
                .Select(file => file.Path)
        );

    [Theory]
    [InlineData("functions")]
    [InlineData("local")]
    public void No_file_is_too_long_to_read(string folder) =>
        Assert.Empty(
            SourceFile
                .Under(folder, ".cs", ".razor")
                .Select(file => (file.Path, Lines: file.Text.Count(c => c == '\n')))
                .Where(file => file.Lines > MostLines)
                .Select(file => $"{file.Path}: {file.Lines} lines")
        );

    [Fact]
    public void The_tests_see_the_sources() =>
        Assert.InRange(SourceFile.Under("functions", ".cs").Count, 200, int.MaxValue);
}
