namespace ProgramReview.Local.Engine.Stores;

/// <summary>All that one step changes; stored as a whole or not at all.</summary>
internal sealed class StoreCommit
{
    /// <summary>Instances as they are from now on.</summary>
    public List<InstanceRow> Rows { get; } = [];

    /// <summary>Instances that are gone.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>The generation whose history grows.</summary>
    public long Execution { get; set; }

    /// <summary>The new lines of history.</summary>
    public IReadOnlyList<HistoryEvent> History { get; set; } = [];

    /// <summary>Messages that wait from now on.</summary>
    public List<InboxMessage> Sent { get; } = [];

    /// <summary>Ids of messages that wait no longer.</summary>
    public List<long> Consumed { get; } = [];
}

/// <summary>A message that waits for an instance.</summary>
/// <param name="Id">Its number in the store; 0 for one that is made anew after a crash.</param>
/// <param name="InstanceId">Whom it is for.</param>
/// <param name="Execution">Which generation it is for; 0 for any.</param>
/// <param name="Event">What it says.</param>
internal sealed record InboxMessage(long Id, string InstanceId, long Execution, HistoryEvent Event);

/// <summary>What a store held when it was opened.</summary>
/// <param name="Rows">Every instance.</param>
/// <param name="Histories">The histories of those that have not ended, by generation.</param>
/// <param name="Inbox">The waiting messages in the order they were sent.</param>
internal sealed record StoreContents(
    IReadOnlyList<InstanceRow> Rows,
    IReadOnlyDictionary<long, List<HistoryEvent>> Histories,
    IReadOnlyList<InboxMessage> Inbox
);
