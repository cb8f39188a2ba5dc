using ProgramReview.Core.Events;

namespace ProgramReview.Core.Operations;

/// <summary>A finding about a stored file, as one value of a choice.</summary>
/// <param name="Submission">The file.</param>
/// <param name="Finding">What was found.</param>
public sealed record FindingOption(Submission Submission, Finding Finding)
{
    /// <summary>How it is named where the file must be told too.</summary>
    public string Name => $"{Submission.BlobName}#{Finding.Key}";
}
