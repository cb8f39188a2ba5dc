using System.Collections;
using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Events;

/// <summary>A stream as it was read, with what it adds up to; what one reader has read is handed on as this.</summary>
/// <param name="id">The stream.</param>
/// <param name="entries">All its entries, in order.</param>
public sealed class EventStream(StreamId id, IReadOnlyList<Entry> entries) : IReadOnlyList<Entry>
{
    private AssignmentState? assignment;
    private CycleState? cycle;

    /// <summary>Which chain was read: that of one assignment, or the cycle's own.</summary>
    public StreamId Id => id;

    /// <summary>What an assignment's stream adds up to.</summary>
    public AssignmentState Assignment => assignment ??= AssignmentState.Of(entries);

    /// <summary>What a cycle's stream adds up to.</summary>
    public CycleState Cycle => cycle ??= CycleState.Of(entries);

    /// <inheritdoc/>
    public int Count => entries.Count;

    /// <inheritdoc/>
    public Entry this[int index] => entries[index];

    /// <summary>The entry of an occasion, or null.</summary>
    public Entry? Find(string key) => entries.FirstOrDefault(entry => entry.Key == key);

    /// <summary>The stream with one more entry.</summary>
    public EventStream With(Entry entry) => new(id, [.. entries, entry]);

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
