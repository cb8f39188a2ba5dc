namespace ProgramReview.Local.Rehearsal.People;

/// <summary>The people of a plan at work: they read each mail once, and act when they had meant to.</summary>
public sealed class PlayedPeople(Cast cast)
{
    private readonly Agenda<Act> acts = new();
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <summary>When the next of them acts.</summary>
    public DateTimeOffset? Next => acts.Next;

    /// <summary>Lets the receiver of a mail decide what to do.</summary>
    /// <returns>False if the mail was read before.</returns>
    public bool Read(ReceivedMail mail, DateTimeOffset now)
    {
        if (!read.Add(mail.Id))
        {
            return false;
        }
        foreach (var act in cast.Answer(mail, now))
        {
            acts.Add(act, act.At);
        }
        return true;
    }

    /// <summary>Takes the acts whose time has come, in order.</summary>
    public IEnumerable<Act> TakeDue(DateTimeOffset now)
    {
        while (acts.TryTake(now, out var act))
        {
            yield return act;
        }
    }
}
