using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Status;

/// <summary>A finding that stands about a version that counts or came last.</summary>
/// <param name="Part">The part.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Answer">What was said to it last, or null.</param>
public sealed record StoryFinding(
    string Part,
    string FileName,
    Finding Finding,
    AssignmentEvent.Explained? Answer
)
{
    /// <summary>Those of an assignment, the heaviest first.</summary>
    public static IReadOnlyList<StoryFinding> Of(AssignmentState state) =>
        [
            .. state
                .Parts.Select(part => part.Counting ?? part.Newest)
                .OfType<Submission>()
                .SelectMany(file =>
                    file.Standing()
                        .Concat(state.PairFindings(file))
                        .Select(finding => new StoryFinding(
                            file.Part,
                            file.FileName,
                            finding,
                            file.Explanations.LastOrDefault(one => one.Finding == finding.Key)
                        ))
                )
                .OrderByDescending(one => one.Finding.Severity),
        ];
}
