using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>One row per assignment and one per cycle, for lists and gates; repeatable writes beside the record, mended by the reconciler.</summary>
public interface ICycleIndex
{
    /// <summary>Writes a summary unless a newer one is there.</summary>
    Task PutAsync(AssignmentSummary summary, CancellationToken cancellation = default);

    /// <summary>All summaries of a cycle, in order of assignment id.</summary>
    Task<IReadOnlyList<AssignmentSummary>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    );

    /// <summary>Notes that a cycle exists; may be repeated.</summary>
    Task PutCycleAsync(CycleId cycle, CancellationToken cancellation = default);

    /// <summary>Every cycle that was ever started, ended ones too.</summary>
    Task<IReadOnlyList<CycleId>> ListCyclesAsync(CancellationToken cancellation = default);

    /// <summary>Notes how the regular look at all cycles stands.</summary>
    Task PutLastLookAsync(LastLook look, CancellationToken cancellation = default);

    /// <summary>How the regular look stood when it was last noted.</summary>
    Task<LastLook> GetLastLookAsync(CancellationToken cancellation = default);
}
