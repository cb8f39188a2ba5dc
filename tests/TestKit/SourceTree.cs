namespace ProgramReview.TestKit;

/// <summary>The repository that the tests were built in.</summary>
public static class SourceTree
{
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of what lies there, written with forward slashes.</summary>
    public static string PathOf(string path) => Path.Combine(Root, path);

    public static string Read(string path) => File.ReadAllText(PathOf(path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ProgramReview.Functions.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("The tests run inside the repository.");
        }
        return folder.FullName;
    }
}
