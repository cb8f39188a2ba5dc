namespace ProgramReview.Local.Engine.Stores;

/// <summary>What one transaction writes: the commits that share it, without what they undo among themselves.</summary>
/// <param name="Commits">The commits, in order; their histories are written whole.</param>
/// <param name="Rows">The last state of each instance; null for one that is gone.</param>
/// <param name="Sent">The messages that still wait at the end, in the order they were sent.</param>
/// <param name="Consumed">The messages of earlier transactions that wait no longer.</param>
internal sealed record StoreBatch(
    IReadOnlyList<StoreCommit> Commits,
    IReadOnlyDictionary<string, InstanceRow?> Rows,
    IReadOnlyList<InboxMessage> Sent,
    IReadOnlyCollection<long> Consumed
)
{
    public static StoreBatch Of(IReadOnlyList<StoreCommit> commits)
    {
        var rows = new Dictionary<string, InstanceRow?>();
        var sent = new List<InboxMessage>();
        var consumed = commits.SelectMany(commit => commit.Consumed).ToHashSet();
        foreach (var commit in commits)
        {
            commit.Rows.ForEach(row => rows[row.Id] = row);
            commit.Removed.ForEach(id => rows[id] = null);
            sent.AddRange(commit.Sent.Where(message => !consumed.Remove(message.StoredId!.Value)));
        }

        return new(commits, rows, sent, consumed);
    }
}
