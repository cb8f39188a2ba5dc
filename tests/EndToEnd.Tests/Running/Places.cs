namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>Folders of the repository.</summary>
internal static class Places
{
    /// <summary>The program as built together with these tests.</summary>
    public static string Program
    {
        get
        {
            var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
            return Path.Combine(
                SourceTree.Root,
                "local/Host/bin",
                framework.Parent!.Name,
                framework.Name,
                "review.dll"
            );
        }
    }

    /// <summary>Where output and pictures are kept.</summary>
    public static string Artifacts =>
        Directory.CreateDirectory(SourceTree.PathOf("artifacts/e2e")).FullName;
}
