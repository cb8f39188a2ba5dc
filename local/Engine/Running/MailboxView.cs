using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>What a step finds in the mailbox, and what it takes out. The rest goes on waiting.</summary>
internal sealed class MailboxView(IReadOnlyList<InboxMessage> messages)
{
    private readonly bool[] _taken = new bool[messages.Count];
    private int _count;

    public IReadOnlyList<InboxMessage> Messages => messages;

    public bool TakesNone => _count == 0;

    public bool TakesAll => _count == _taken.Length;

    /// <summary>The messages that were taken.</summary>
    public IEnumerable<InboxMessage> Taken => messages.Where((_, at) => _taken[at]);

    public bool IsTaken(int at) => _taken[at];

    /// <summary>Takes the message at a place.</summary>
    public HistoryEvent Take(int at)
    {
        _taken[at] = true;
        _count++;
        return messages[at].Event;
    }
}
