namespace ProgramReview.Local.Host;

/// <summary>How the product is to be started on this machine.</summary>
/// <param name="Port">Where it answers.</param>
/// <param name="DataPath">Where it keeps everything.</param>
/// <param name="Speed">Product seconds in a wall second; nothing keeps what was.</param>
/// <param name="Fresh">Whether to begin anew.</param>
/// <param name="Root">The folder that holds node_modules.</param>
/// <param name="Clamd">Where clamd listens that scans uploads; null: nobody does.</param>
/// <param name="Tell">Hears what a long start waits for.</param>
internal sealed record UpOptions(
    int Port,
    string DataPath,
    double? Speed,
    bool Fresh,
    string Root,
    Uri? Clamd = null,
    Action<string>? Tell = null
);
