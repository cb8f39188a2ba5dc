using Xunit;

namespace ProgramReview.Architecture.Tests;

/// <summary>What the worker's build makes for the Functions host lies in the app's own output; whoever references the app is not given it.</summary>
public sealed class OutputTests
{
    private static readonly string[] ForTheFunctionsHost =
    [
        ".azurefunctions",
        "extensions.json",
        "functions.metadata",
        "worker.config.json",
    ];

    /// <summary>bin/CONFIGURATION/FRAMEWORK, as of this build.</summary>
    private static readonly string Output = Path.Combine([
        .. AppContext
            .BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)
            .Split(Path.DirectorySeparatorChar)[^3..],
    ]);

    [Fact]
    public void The_app_has_what_the_Functions_host_needs() =>
        Assert.Equal(
            ForTheFunctionsHost,
            Found(Path.Combine(SourceTree.Root, "functions", "ProgramReview.Functions", Output))
        );

    [Fact]
    public void A_program_that_references_the_app_has_none_of_it_but_its_host_json()
    {
        Assert.Empty(Found(AppContext.BaseDirectory));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "host.json")));
    }

    [Fact]
    public void Nothing_local_has_any_of_it() =>
        Assert.All(
            Directory.GetDirectories(Path.Combine(SourceTree.Root, "local")),
            project => Assert.Empty(Found(Path.Combine(project, Output)))
        );

    private static IEnumerable<string> Found(string folder) =>
        ForTheFunctionsHost.Where(name => Exists(Path.Combine(folder, name)));

    // The build leaves empty folders where files were.
    private static bool Exists(string path) =>
        File.Exists(path)
        || (
            Directory.Exists(path)
            && Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any()
        );
}
