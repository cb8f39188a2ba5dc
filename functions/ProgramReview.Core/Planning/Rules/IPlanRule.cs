namespace ProgramReview.Core.Planning.Rules;

/// <summary>One thing a plan must fulfil.</summary>
internal interface IPlanRule
{
    /// <summary>Names the rule in findings; never changes.</summary>
    string Code { get; }

    /// <summary>The top-level keys of a plan that the rule looks at.</summary>
    IReadOnlyList<string> Reads { get; }

    /// <summary>Every place where the plan breaks the rule.</summary>
    IEnumerable<RuleFault> Check(Plan plan);
}
