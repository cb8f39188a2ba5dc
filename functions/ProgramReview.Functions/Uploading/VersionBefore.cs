using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Uploading;

/// <summary>Finds the version that a new one of the same part is compared with: the last before it that was read.</summary>
internal static class VersionBefore
{
    /// <summary>The version before, or null if there is none, or either was not read.</summary>
    public static Submission? Of(AssignmentState state, Submission version) =>
        IsRead(version)
            ? state
                .Submissions.TakeWhile(one => one.BlobName != version.BlobName)
                .LastOrDefault(one => one.Part == version.Part && IsRead(one))
            : null;

    private static bool IsRead(Submission one) => one.Check is { Reader: > 0 };
}
