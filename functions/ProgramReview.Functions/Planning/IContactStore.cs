using ProgramReview.Core.Naming;

namespace ProgramReview.Functions.Planning;

/// <summary>The table of contacts that were named while a cycle ran. A row never changes; it can be erased.</summary>
public interface IContactStore
{
    /// <summary>Keeps a contact unless one of this key is there.</summary>
    /// <returns>The row now in the table: this one, or the one that was there.</returns>
    Task<KeptContact> AddAsync(KeptContact contact, CancellationToken cancellation = default);

    /// <summary>All contacts of a cycle that were not erased, in order of their keys.</summary>
    Task<IReadOnlyList<KeptContact>> ListAsync(
        CycleId cycle,
        CancellationToken cancellation = default
    );

    /// <summary>Erases a contact; no error if it is not there.</summary>
    Task EraseAsync(CycleId cycle, string key, CancellationToken cancellation = default);
}
