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
    public async Task<int> CountAsync(RunningCycle cycle, CancellationToken cancellation)
    {
        await index.RefreshAsync(cycle.Plan, cancellation);
        var all = await index.NodeAsync(cycle.Plan, FanOutNode.Root, cancellation);
        return FailedLetter.In(cycle.Stream).Count + all.MailRefused + all.SenderRefused;
    }

    /// <summary>
    /// Sends again what was refused by an instant, with its own link and under its own id: first the letters about the cycle itself, then those
    /// about the assignments of one node at a step. May be repeated: what was refused once more meanwhile stays refused.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="ordered">When a person said so.</param>
    /// <param name="place">Which step, from 0.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>How many, and the next step; null after the last.</returns>
    /// <exception cref="AggregateException">Some could not be sent; try all again.</exception>
    public async Task<(int Letters, int? Next)> ResendAsync(
        RunningCycle cycle,
        DateTimeOffset ordered,
        int place,
        CancellationToken cancellation
    )
    {
        var (letters, next) = await ListAsync(cycle, place, cancellation);
        var attempts = new Attempts(cancellation);
        var sent = 0;
        foreach (var letter in letters)
        {
            await attempts.TryAsync(async () =>
            {
                if (
                    await outbox.ReleaseAsync(
                        cycle.Ref.Cycle,
                        letter.Mail,
                        ordered,
                        cancellation
                    ) is
                    { } free
                )
                {
                    await dispatcher.SendAsync(free, cancellation);
                    sent++;
                }
            });
        }
        attempts.ThrowIfAnyFailed();
        return (sent, next);
    }

    private async Task<(IReadOnlyList<FailedLetter> Letters, int? Next)> ListAsync(
        RunningCycle cycle,
        int place,
        CancellationToken cancellation
    )
    {
        if (place == 0)
        {
            return (FailedLetter.In(cycle.Stream), 1);
        }
        var (rows, next) = await index.NextAsync(
            cycle.Plan,
            place - 1,
            row => row.FailedLetters.Count > 0,
            cancellation
        );
        return ([.. rows.SelectMany(row => row.FailedLetters)], next + 1);
    }
}
