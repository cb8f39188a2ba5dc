namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>Who looks for malware in uploaded files.</summary>
public sealed class ScanOptions
{
    /// <summary>The section of the configuration that these settings stand under.</summary>
    public const string SectionName = "Scan";

    /// <summary>Who looks; nobody unless it is set.</summary>
    public ScanProvider Provider { get; set; }

    /// <summary>Where clamd listens: <c>unix:///var/run/clamav/clamd.ctl</c> or <c>tcp://127.0.0.1:3310</c>.</summary>
    public Uri? Clamd { get; set; }
}
