using ProgramReview.Local.Engine.Stores;

namespace ProgramReview.Local.Engine.Running;

/// <summary>
/// Everything an instance was sent and its code has not had yet, in the order it was sent: events, answers, commands. It belongs to the instance, not
/// to one generation: who begins anew goes on with the same mailbox.
/// </summary>
internal sealed class Mailbox
{
    private List<InboxMessage> _messages = [];

    public IReadOnlyList<InboxMessage> Messages => _messages;

    public void Add(InboxMessage message) => _messages.Add(message);

    /// <summary>Lets a step choose among what waits now.</summary>
    public MailboxView Look() => new([.. _messages]);

    /// <summary>Removes what a step has taken. What came meanwhile stands behind what it saw.</summary>
    public void Remove(MailboxView seen)
    {
        if (seen.TakesAll)
        {
            _messages.RemoveRange(0, seen.Messages.Count);
            return;
        }

        _messages =
        [
            .. seen.Messages.Where((_, at) => !seen.IsTaken(at)),
            .. _messages.Skip(seen.Messages.Count),
        ];
    }

    /// <summary>Replaces each message that fits, in its place.</summary>
    public void Replace(Predicate<InboxMessage> which, Func<InboxMessage, InboxMessage> by) =>
        _messages = [.. _messages.Select(message => which(message) ? by(message) : message)];

    /// <summary>Forgets everything: the instance has ended.</summary>
    public void Clear() => _messages = [];
}
