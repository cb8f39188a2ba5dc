using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>What the form of an act asks of an approver beside the act itself.</summary>
/// <param name="Kind">The plan's second step.</param>
public sealed record StepQuestion(SecondStep Kind)
{
    /// <summary>The digits to be typed as they stand on the page; null where another step takes their place.</summary>
    public string? Digits { get; init; }

    /// <summary>Why it cannot be answered now, or null.</summary>
    public Refusal? Stopped { get; init; }

    /// <summary>Where to sign in; null where nobody needs to, or nobody can.</summary>
    public string? SignInPath { get; init; }

    /// <summary>The address of the account that is signed in, or null.</summary>
    public string? SignedInAs { get; init; }
}
