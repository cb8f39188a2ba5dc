namespace ProgramReview.Functions.Checking.Scanning;

/// <summary>How verdicts on uploaded files come about.</summary>
public enum ScanMode
{
    /// <summary>Nobody looks for malware; files are handed out as they came.</summary>
    None,

    /// <summary>A scanner is given the bytes and answers.</summary>
    OnRequest,

    /// <summary>Storage has every new blob scanned and tells of it.</summary>
    ByEvent,
}
