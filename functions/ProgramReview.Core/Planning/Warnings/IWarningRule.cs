namespace ProgramReview.Core.Planning.Warnings;

/// <summary>One thing that a plan's author should look at.</summary>
internal interface IWarningRule
{
    /// <summary>Names the rule; never changes.</summary>
    string Code { get; }

    /// <summary>Every place that should be looked at.</summary>
    IEnumerable<PlanWarning> Check(Plan plan);
}
