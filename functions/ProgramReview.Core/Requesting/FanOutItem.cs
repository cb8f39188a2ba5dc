using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Requesting;

/// <summary>What a node of the fan-out starts: one report, or a node below it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Branch), "branch")]
public abstract record FanOutItem
{
    private FanOutItem() { }

    /// <summary>The process that runs it.</summary>
    public ProcessId ProcessOf(CycleId cycle) =>
        this switch
        {
            Report { Assignment: var assignment } => new ProcessId.Report(assignment, 1),
            Branch { Node: var node } => new ProcessId.Branch(cycle, node),
            _ => throw new InvalidOperationException($"{GetType().Name} has no process."),
        };

    /// <summary>One assignment.</summary>
    /// <param name="Assignment">Which.</param>
    public sealed record Report(AssignmentId Assignment) : FanOutItem;

    /// <summary>A node with items of its own.</summary>
    /// <param name="Node">Which.</param>
    public sealed record Branch(FanOutNode Node) : FanOutItem;
}
