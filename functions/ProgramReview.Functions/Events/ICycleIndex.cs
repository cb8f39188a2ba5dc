using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Events;

/// <summary>Which cycles there are, and how the regular look at them stands.</summary>
public interface ICycleIndex
{
    /// <summary>Notes that a cycle exists; may be repeated.</summary>
    Task PutCycleAsync(CycleId cycle, CancellationToken cancellation = default);

    /// <summary>Every cycle that was ever started, ended ones too.</summary>
    Task<IReadOnlyList<CycleId>> ListCyclesAsync(CancellationToken cancellation = default);

    /// <summary>Notes how the regular look at all cycles stands.</summary>
    Task PutLastLookAsync(LastLook look, CancellationToken cancellation = default);

    /// <summary>How the regular look stood when it was last noted.</summary>
    Task<LastLook> GetLastLookAsync(CancellationToken cancellation = default);
}
