namespace ProgramReview.Core.Events;

/// <summary>A question about the version of a part that counts or, where none does, came last; answers name it by its key.</summary>
/// <param name="Part">The part.</param>
/// <param name="Finding">The question.</param>
public sealed record AskedQuery(string Part, Finding Finding)
{
    /// <summary>Those of an assignment as it stands; in the order of its parts.</summary>
    public static IReadOnlyList<AskedQuery> Of(AssignmentState state) =>
        [
            .. state
                .Queries()
                .Where(one => state.IsTold(one.Submission))
                .Select(one => new AskedQuery(one.Submission.Part, one.Query)),
        ];
}
