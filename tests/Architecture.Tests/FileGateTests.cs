using Xunit;

namespace ProgramReview.Architecture.Tests;

/// <summary>
/// Uploaded bytes leave the product through one gate, whatever route asks for them. Another way would have to begin with one of these calls, so a new
/// caller fails here until somebody has thought about it.
/// </summary>
public sealed class FileGateTests
{
    private static readonly Dictionary<string, string[]> Opening = new()
    {
        // The gate hands out; the others look for themselves: at the shape, for malware, at the content of what is none.
        ["ISubmissionStore.OpenAsync"] =
        [
            "FileGate",
            "FileScans",
            "MinutesScans",
            "SubmissionChecker",
        ],
        ["ISubmissionStore.HoldAsync"] = ["MeetingHandler", "SubmissionRecorder"],
        ["FileGate.OpenAsync"] = ["AuditExport", "DossierArchive", "ReportFiles"],
        ["ReportFiles.SendAsync"] =
        [
            "DossierView",
            "MinutesFiles",
            "ReportFiles",
            "UploadMaterialFunction",
        ],
        // Whoever has no store has no bytes: nobody else opens the container.
        ["BlobServiceClient.GetBlobContainerClient"] =
        [
            "BlobDocumentStore",
            "BlobSubmissionStore",
            "StorageSetup",
        ],
    };

    [Fact]
    public void Uploaded_bytes_leave_through_one_gate() =>
        Assert.All(Opening, pair => Assert.Equal(pair.Value, CallersOf(pair.Key)));

    private static IReadOnlyList<string> CallersOf(string member) =>
        [
            .. Calls
                .All.Where(call => call.Member == member)
                .Select(call => call.Caller)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
}
