using ProgramReview.Core.Checking.Reading;

namespace ProgramReview.Functions.Checking;

/// <summary>What came of reading a file.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome() { }

    /// <summary>It was read, now or before.</summary>
    /// <param name="Facts">What was read.</param>
    public sealed record Done(ContentFacts Facts) : ReadOutcome;

    /// <summary>Two attempts at these bytes ended before they came to anything.</summary>
    public sealed record GivenUp : ReadOutcome;

    /// <summary>Somebody may be reading it at this moment: to be asked again.</summary>
    public sealed record AtWork : ReadOutcome;
}
