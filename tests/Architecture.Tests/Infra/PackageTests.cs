using System.Text.RegularExpressions;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>What azd ships is the published app; nothing that a person must remember decides it.</summary>
public sealed partial class PackageTests
{
    private static readonly string Azd = SourceTree.Read("azure.yaml");
    private static readonly string Script = SourceTree.Read("infra/package.sh");

    [Fact]
    public void Azd_builds_nothing_itself_and_ships_what_the_script_has_made()
    {
        Assert.Matches(@"(?m)^    language: custom$", Azd);
        Assert.Matches(@"(?m)^        run: sh infra/package\.sh$", Azd);
        Assert.Equal(Output().Match(Script).Groups[1].Value, Shipped().Match(Azd).Groups[1].Value);
    }

    [Fact]
    public void The_script_publishes_the_app_and_fails_when_no_program_came_of_it()
    {
        Assert.Contains(
            "dotnet publish functions/ProgramReview.Functions ",
            Script,
            StringComparison.Ordinal
        );
        Assert.Contains("functions.metadata", Script, StringComparison.Ordinal);
        Assert.Contains("\nset -eu\n", Script, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^out=(\S+)$", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"^    dist: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Shipped();
}
