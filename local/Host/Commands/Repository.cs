namespace ProgramReview.Local.Host.Commands;

/// <summary>The folder of the source that this program was built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds package.json, looked for from the program upwards, else the current one.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Combine(folder.FullName, "package.json")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
