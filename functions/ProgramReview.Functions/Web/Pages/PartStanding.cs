using ProgramReview.Core.Events;

namespace ProgramReview.Functions.Web.Pages;

/// <summary>How one part of a report stands.</summary>
/// <param name="Code">The part's code.</param>
/// <param name="IsRequired">Whether the report is accepted only with it.</param>
/// <param name="Phase">Its state.</param>
/// <param name="HasCome">Whether anything came for it.</param>
public sealed record PartStanding(string Code, bool IsRequired, AssignmentPhase Phase, bool HasCome)
{
    /// <summary>Whether it does not count only because nobody could look at it in time.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>Whether it is optional and nothing came: then it has no state to speak of.</summary>
    public bool IsLeftOut => !IsRequired && !HasCome;
}
