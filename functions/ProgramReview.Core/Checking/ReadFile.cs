using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Core.Checking;

/// <summary>A file with what several rules ask of it, each found out once.</summary>
internal sealed class ReadFile(CheckSubject subject)
{
    /// <summary>The part that it came for.</summary>
    public CheckScope Scope { get; } = new(subject.Plan, subject.Assignment, subject.Part);

    /// <summary>What was read.</summary>
    public ContentFacts Content => subject.Content;
}
