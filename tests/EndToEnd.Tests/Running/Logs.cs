namespace ProgramReview.EndToEnd.Tests.Running;

internal static class Logs
{
    /// <summary>Keeps the logs of a data folder that is about to be deleted.</summary>
    public static void Keep(DirectoryInfo data, string name)
    {
        foreach (var log in data.EnumerateFiles("*.log", SearchOption.AllDirectories))
        {
            log.CopyTo(Path.Combine(Places.Artifacts, $"{name}-{log.Name}"), overwrite: true);
        }
    }
}
