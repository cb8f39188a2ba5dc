using ProgramReview.Core.Events;
using ProgramReview.Functions.Checking.Scanning;

namespace ProgramReview.Functions.Uploading;

/// <summary>
/// The one gate through which uploaded bytes leave the product, to whomever: never if malware was found in them, and where somebody scans only once
/// they were found clean.
/// </summary>
public sealed class FileGate(ISubmissionStore submissions, IMalwareScanner scanner)
{
    /// <summary>Whether anybody looks for malware in files here; if not, whoever opens one has to.</summary>
    public bool IsScanned => scanner.Mode != ScanMode.None;

    /// <summary>The bytes of a file, or null if they are withheld.</summary>
    /// <param name="blobName">Its name in storage.</param>
    /// <param name="scans">What scanners said of it.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="FileNotFoundException">There is no such blob.</exception>
    public async Task<Stream?> OpenAsync(
        string blobName,
        IEnumerable<ScanResult> scans,
        CancellationToken cancellation
    ) => Withholds(scans) is null ? await submissions.OpenAsync(blobName, cancellation) : null;

    /// <summary>The code of why a file is withheld: <c>file-infected</c> or <c>not-scanned</c>; null if it is not.</summary>
    /// <param name="scans">What scanners said of it.</param>
    public string? Withholds(IEnumerable<ScanResult> scans) =>
        ScanResult.Worst(scans) switch
        {
            ScanVerdict.Malicious => ScanResult.Infected,
            ScanVerdict.Clean => null,
            _ when !IsScanned => null,
            _ => ContentCheck.NotScanned,
        };
}
