namespace ProgramReview.Functions.Hosting;

/// <summary>Where the product sends what it tells about itself, beside what the machine's own settings say.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Telemetry";

    /// <summary>
    /// The connection string of Application Insights. It has a name of its own: under the usual one the Functions host would read it too,
    /// and its traces of requests hold addresses, which hold links.
    /// </summary>
    public string? AzureMonitor { get; set; }
}
