namespace ProgramReview.Local.Engine.Stores;

/// <summary>All that one step changes; stored as a whole or not at all.</summary>
internal sealed class StoreCommit
{
    /// <summary>Instances as they are from now on.</summary>
    public List<InstanceRow> Rows { get; } = [];

    /// <summary>Instances that are gone.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>The new lines of history.</summary>
    public IReadOnlyList<HistoryEvent> History { get; private set; } = [];

    /// <summary>The generation whose history grows, if there are such lines.</summary>
    public long? Execution { get; private set; }

    /// <summary>Messages that wait from now on.</summary>
    public List<InboxMessage> Sent { get; } = [];

    /// <summary>Ids of messages that wait no longer.</summary>
    public List<long> Consumed { get; } = [];

    /// <summary>Says what is new in the history of a generation.</summary>
    public void Append(long execution, IReadOnlyList<HistoryEvent> history) =>
        (Execution, History) = (execution, history);

    /// <summary>Says that messages wait no longer.</summary>
    public void Consume(IEnumerable<InboxMessage> messages) =>
        Consumed.AddRange(messages.Select(message => message.StoredId).OfType<long>());
}

/// <summary>A message that waits for an instance.</summary>
/// <param name="StoredId">Its number in the store; none if it is not kept there, since it would be made anew after a crash.</param>
/// <param name="InstanceId">Whom it is for.</param>
/// <param name="Execution">The one generation it is for, if it is not for whichever is there.</param>
/// <param name="Event">What it says.</param>
internal sealed record InboxMessage(
    long? StoredId,
    string InstanceId,
    long? Execution,
    HistoryEvent Event
);

/// <summary>What a store held when it was opened.</summary>
/// <param name="Rows">Every instance.</param>
/// <param name="Histories">The histories of those that have not ended, by generation.</param>
/// <param name="Inbox">The waiting messages in the order they were sent.</param>
internal sealed record StoreContents(
    IReadOnlyList<InstanceRow> Rows,
    IReadOnlyDictionary<long, List<HistoryEvent>> Histories,
    IReadOnlyList<InboxMessage> Inbox
);
