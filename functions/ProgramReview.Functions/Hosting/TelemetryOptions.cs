namespace ProgramReview.Functions.Hosting;

/// <summary>Where traces, metrics and logs go beside an OpenTelemetry collector.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The section of the settings.</summary>
    public const string SectionName = "Telemetry";

    /// <summary>
    /// The connection string of Application Insights; empty for none. Under a name of our own, since the Functions host reports the address of each
    /// request to whatever component it knows, and our addresses hold links.
    /// </summary>
    public string? AzureMonitor { get; set; }
}
