using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Approving;

/// <summary>Finds the second step of a plan.</summary>
public sealed class SecondSteps(IEnumerable<ISecondStep> steps)
{
    private readonly Dictionary<SecondStep, ISecondStep> byKind = steps.ToDictionary(step =>
        step.Kind
    );

    /// <summary>The step that a plan asks for.</summary>
    public ISecondStep Of(Plan plan) => byKind[plan.Approval.SecondStep ?? SecondStep.None];
}
