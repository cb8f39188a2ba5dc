namespace ProgramReview.Conformance.Suite;

/// <summary>Marks a case and says the rule it shows.</summary>
/// <param name="number">The rule's number, as in the table of deliberate differences in docs/local-host.md.</param>
/// <param name="text">The rule, as a Functions app on Azure Storage sees it, or as it should be where that is a defect.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuleAttribute(string number, string text) : Attribute
{
    public string Number => number;

    public string Text => text;
}
