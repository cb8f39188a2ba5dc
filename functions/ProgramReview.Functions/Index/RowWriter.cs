using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Index;

/// <summary>The one writer of assignments' rows.</summary>
public sealed class RowWriter(IEventStore record, IAssignmentIndex index, Cycles cycles)
    : IRowWriter
{
    /// <inheritdoc/>
    public async Task WriteAsync(
        AssignmentId assignment,
        EventStream stream,
        CancellationToken cancellation = default
    )
    {
        if (stream.Count == 0)
        {
            return;
        }
        var plan = await cycles.PlanAsync(assignment.Cycle, cancellation);
        // Whether somebody passed the duty on matters only to letters that did not reach them, which are few.
        var cycle =
            FailedLetter.In(stream).Count > 0
                ? (await record.ReadAsync(assignment.Cycle.Stream, cancellation)).Cycle
                : null;
        await WriteAsync(plan, assignment, stream, cycle, cancellation);
    }

    /// <summary>The same for whoever has read the cycle.</summary>
    public Task WriteAsync(
        RunningCycle cycle,
        AssignmentId assignment,
        EventStream stream,
        CancellationToken cancellation
    ) =>
        stream.Count == 0
            ? Task.CompletedTask
            : WriteAsync(cycle.Plan, assignment, stream, cycle.State, cancellation);

    private async Task WriteAsync(
        PlanLookup plan,
        AssignmentId assignment,
        EventStream stream,
        CycleState? cycle,
        CancellationToken cancellation
    ) =>
        await index.PutAsync(
            AssignmentRow.Of(assignment, stream, cycle),
            FanOutTree.Of(plan).PlaceOf(assignment),
            FigureTree.Of(plan) is var figures && figures.PlaceOf(assignment) is { } told
                ? figures.PlaceAt(told)
                : null,
            cancellation
        );
}
