namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>Folders of the repository.</summary>
internal static class Places
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The program as built together with these tests.</summary>
    public static string Program
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
            return Path.Combine(
                Root,
                "local/Host/bin",
                framework.Parent!.Name,
                framework.Name,
                "review.dll"
            );
        }
    }

    /// <summary>Where output and pictures are kept.</summary>
    public static string Artifacts =>
        Directory.CreateDirectory(Path.Combine(Root, "artifacts", "e2e")).FullName;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ProgramReview.Functions.sln")))
        {
            folder =
                folder.Parent
                ?? throw new InvalidOperationException("These tests run inside the repository.");
        }
        return folder.FullName;
    }
}
