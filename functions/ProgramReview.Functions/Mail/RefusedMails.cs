using System.Runtime.CompilerServices;
using ProgramReview.Core.Events;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Events;
using ProgramReview.Functions.Index;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Mail;

/// <summary>Sends again what a provider refused, once a person says that the reason is mended. The index says which letters those are.</summary>
public sealed class RefusedMails(IndexReader index, IOutbox outbox, MailDispatcher dispatcher)
{
    /// <summary>How many letters of a cycle were refused and are not sent.</summary>
    public Task<int> CountAsync(RunningCycle cycle, CancellationToken cancellation) =>
        ListAsync(cycle, cancellation).CountAsync(cancellation).AsTask();

    /// <summary>Sends each of them again, with its own link and under its own id; may be repeated.</summary>
    /// <exception cref="AggregateException">Some could not be sent; they are tried again by themselves.</exception>
    public async Task ResendAsync(RunningCycle cycle, CancellationToken cancellation)
    {
        var attempts = new Attempts(cancellation);
        // Listed first: what goes out changes what the index says.
        foreach (var letter in await ListAsync(cycle, cancellation).ToListAsync(cancellation))
        {
            await attempts.TryAsync(async () =>
            {
                if (
                    await outbox.ReleaseAsync(cycle.Ref.Cycle, letter.Mail, cancellation) is
                    { } free
                )
                {
                    await dispatcher.SendAsync(free, cancellation);
                }
            });
        }
        attempts.ThrowIfAnyFailed();
    }

    private async IAsyncEnumerable<FailedLetter> ListAsync(
        RunningCycle cycle,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var letter in FailedLetter.In(cycle.Stream))
        {
            yield return letter;
        }
        await index.RefreshAsync(cycle.Plan, cancellation);
        var rows = index.WhereAsync(
            cycle.Plan,
            FanOutNode.Root,
            node => node.MailRefused + node.SenderRefused,
            row => row.FailedLetters.Count > 0,
            skip: 0,
            cancellation
        );
        await foreach (var row in rows)
        {
            foreach (var letter in row.FailedLetters)
            {
                yield return letter;
            }
        }
    }
}
