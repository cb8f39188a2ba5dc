using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Uploading;

/// <summary>A permitted name whose blob has not been seen yet.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="BlobName">The one name.</param>
/// <param name="Expires">When the permission ends, in product time.</param>
public sealed record OutstandingPermission(
    AssignmentId Assignment,
    string BlobName,
    DateTimeOffset Expires
);
