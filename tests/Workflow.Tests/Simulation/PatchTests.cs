using System.Diagnostics;
using ProgramReview.Local.Simulation;

namespace ProgramReview.Simulation.Tests;

/// <summary>
/// The bugs that the net is shown to catch. That each is caught is shown by <c>find-bugs.sh</c> at night; here, that each can still be planted and
/// names what it breaks.
/// </summary>
public sealed class PatchTests
{
    public static TheoryData<string> Patches =>
        [
            .. Directory
                .EnumerateFiles(
                    SourceTree.PathOf("tests/Workflow.Tests/Simulation/Patches"),
                    "*.patch"
                )
                .Select(file => Path.GetRelativePath(SourceTree.Root, file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory, MemberData(nameof(Patches))]
    public async Task Each_Still_Applies_And_Names_The_Invariants_That_Find_It(string patch)
    {
        var lines = await File.ReadAllLinesAsync(
            SourceTree.PathOf(patch),
            TestContext.Current.CancellationToken
        );
        var known = Simulations.Invariants.Select(invariant => invariant.Name).ToList();

        Assert.StartsWith("Invariant: ", lines[0], StringComparison.Ordinal);
        Assert.All(
            lines[0]["Invariant: ".Length..].Split(' '),
            name => Assert.Contains(name, known)
        );
        Assert.StartsWith("Bug: ", lines[1], StringComparison.Ordinal);
        Assert.Equal("", await ApplyAsync(patch));
    }

    [Fact]
    public async Task They_Are_Many_And_Of_Every_Layer()
    {
        var all = new List<string>();
        foreach (var patch in Patches)
        {
            all.Add(
                await File.ReadAllTextAsync(
                    SourceTree.PathOf(patch.Data),
                    TestContext.Current.CancellationToken
                )
            );
        }
        int In(string folder) =>
            all.Count(text => text.Contains($"--- a/{folder}", StringComparison.Ordinal));

        Assert.InRange(all.Count, 15, int.MaxValue);
        Assert.InRange(In("functions/ProgramReview.Functions/Orchestration/"), 5, int.MaxValue);
        Assert.InRange(In("local/InMemory/"), 5, int.MaxValue);
        Assert.All(
            all,
            text =>
                Assert.Equal(
                    1,
                    text.Split('\n')
                        .Count(line => line.StartsWith("--- a/", StringComparison.Ordinal))
                )
        );
    }

    private static async Task<string> ApplyAsync(string patch)
    {
        var git = new ProcessStartInfo("git", ["apply", "--check", patch]);
        var run = await ProgramRun.ToEndAsync(git);
        return run.ExitCode == 0 ? "" : run.Errors;
    }
}
