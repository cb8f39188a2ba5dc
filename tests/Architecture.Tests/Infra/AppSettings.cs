namespace ProgramReview.Infra.Tests;

/// <summary>The settings that the infrastructure gives the app.</summary>
internal static class AppSettings
{
    /// <summary>All of them, as a snapshot predicts them.</summary>
    public static Dictionary<string, string> In(string snapshot) =>
        Snapshot
            .ResourcesIn(snapshot, "Microsoft.Web/sites/config")
            .Single(resource =>
                ((string)resource["name"]!).EndsWith("/appsettings", StringComparison.Ordinal)
            )["properties"]!
            .AsObject()
            .ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
}
