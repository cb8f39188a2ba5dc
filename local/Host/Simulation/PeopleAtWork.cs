using ProgramReview.Local.Host.Mailbox;
using ProgramReview.Local.Host.Time;
using ProgramReview.Local.Rehearsal.People;

namespace ProgramReview.Local.Host.Simulation;

/// <summary>
/// Lets played people read the mailbox of a running host and act when they had meant to. The clock waits for them, and they wait until whatever
/// else is due at that instant has been done: so they find the same on every machine.
/// </summary>
internal sealed class PeopleAtWork : IWork, IDisposable
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromSeconds(1);

    private readonly LocalSystem system;
    private readonly PlayedPeople people;
    private readonly ActExecutor acts;
    private readonly IDisposable waitedFor;
    private readonly SegmentedTimer alarm;
    private readonly SemaphoreSlim news = new(0);
    private readonly Lock gate = new();
    private DateTimeOffset? next = DateTimeOffset.MinValue;
    private int read;

    /// <summary>They have come; from now on the clock waits for them.</summary>
    public PeopleAtWork(LocalSystem system, PlayedPeople people, ActExecutor acts)
    {
        (this.system, this.people, this.acts) = (system, people, acts);
        waitedFor = system.Host.Pace.With(this);
        alarm = system.Clock.CreateAlarm(Wake);
        system.Mails.Arrived = Wake;
    }

    /// <summary>Hears of each mail when it is read.</summary>
    public Action<ReceivedMail, StoredMail> Read { get; init; } = (_, _) => { };

    /// <summary>Hears what came of each act.</summary>
    public Action<Act, string> Done { get; init; } = (_, _) => { };

    /// <inheritdoc/>
    public string Name => "people";

    /// <inheritdoc/>
    public DateTimeOffset? NextWork
    {
        get
        {
            lock (gate)
            {
                return system.Mails.Count > read ? DateTimeOffset.MinValue : next;
            }
        }
    }

    /// <summary>Plays until something has come about, which is asked whenever all is quiet.</summary>
    public async Task PlayAsync(Func<bool> hasEnded, CancellationToken cancellation)
    {
        var pace = system.Host.Pace;
        while (true)
        {
            await pace.QuietAsync(but: this).WaitAsync(cancellation);
            ReadMails();
            var now = system.Clock.GetUtcNow();
            if (people.TakeDue(now).FirstOrDefault() is { } act)
            {
                Done(act, await DoAsync(act, cancellation));
                continue;
            }

            if (hasEnded())
            {
                return;
            }

            lock (gate)
            {
                next = people.Next;
            }

            pace.Reconsider();
            if (people.Next is { } due)
            {
                alarm.RingAt(due);
            }

            await news.WaitAsync(cancellation);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        system.Mails.Arrived = () => { };
        waitedFor.Dispose();
        alarm.Dispose();
        news.Dispose();
    }

    private void Wake()
    {
        if (news.CurrentCount == 0)
        {
            news.Release();
        }
    }

    // Mails of one instant come in any order; they are read in one.
    private IEnumerable<StoredMail> Mails() =>
        system
            .Mails.List()
            .OrderBy(mail => mail.Date)
            .ThenBy(mail => mail.Id, StringComparer.Ordinal);

    private void ReadMails()
    {
        var count = system.Mails.Count;
        foreach (var mail in Mails())
        {
            var received = new ReceivedMail(mail.Id, mail.Text);
            if (people.Read(received, mail.Date))
            {
                Read(received, mail);
            }
        }

        lock (gate)
        {
            // What is read now may make somebody act at once.
            (read, next) = (count, DateTimeOffset.MinValue);
        }
    }

    // A host that cannot be reached for a moment is no reason to give up, and the clock stands meanwhile.
    private async Task<string> DoAsync(Act act, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await acts.DoAsync(act, cancellation);
            }
            catch (HttpRequestException lost) when (lost.StatusCode is null)
            {
                Done(act, $"not reached ({lost.Message}), tries again");
                await Task.Delay(BeforeAgain, TimeProvider.System, cancellation);
            }
        }
    }
}
