namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>Who looks for malware.</summary>
public enum ScanProvider
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The daemon of ClamAV.</summary>
    Clamd,

    /// <summary>Microsoft Defender for Storage.</summary>
    Defender,
}
