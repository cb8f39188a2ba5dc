namespace ProgramReview.Core.Events;

/// <summary>A question about a version that counted at the close, and that nobody had answered by then.</summary>
/// <param name="Part">The part.</param>
/// <param name="BlobName">The stored file.</param>
/// <param name="Finding">The question's key.</param>
/// <param name="Code">The kind of question.</param>
public sealed record UnexplainedQuery(string Part, string BlobName, string Finding, string Code)
{
    /// <summary>Those of an assignment as it stands; in the order of its parts.</summary>
    public static IReadOnlyList<UnexplainedQuery> Of(AssignmentState state) =>
        [
            .. state
                .Unexplained()
                .Select(one => new UnexplainedQuery(
                    one.Submission.Part,
                    one.Submission.BlobName,
                    one.Query.Key,
                    one.Query.Code
                )),
        ];
}
