using ProgramReview.Local.Engine;
using ProgramReview.Local.Simulation.Chance;
using ProgramReview.Local.Simulation.Truth;

namespace ProgramReview.Local.Simulation.Ports;

/// <summary>The line between the product and whatever lies behind a port: it can be cut, slow, or die under the caller.</summary>
internal sealed class Line(Mishaps mishaps, Crash crash, VirtualClock clock, Ledger ledger)
{
    /// <summary>Lets somebody else act in the middle of a call.</summary>
    public Func<Task> CutIn { get; set; } = () => Task.CompletedTask;

    /// <summary>A call that changes nothing.</summary>
    public async Task<T> ReadAsync<T>(string where, Func<Task<T>> call)
    {
        await BeforeAsync(
            where,
            mishaps.At(where, Mishap.Fails, Mishap.DiesBefore, Mishap.Slow, Mishap.CutIn)
        );
        return await call();
    }

    /// <summary>A call that changes something: it may also fail, or the process may die, once it took place.</summary>
    public async Task<T> WriteAsync<T>(string where, Func<Task<T>> call)
    {
        var mishap = mishaps.At(
            where,
            Mishap.Fails,
            Mishap.HalfDone,
            Mishap.DiesBefore,
            Mishap.DiesAfter,
            Mishap.Slow,
            Mishap.CutIn
        );
        await BeforeAsync(where, mishap);
        var result = await call();
        if (mishap == Mishap.HalfDone)
        {
            throw new IOException($"The answer was lost: {where}.");
        }
        if (mishap == Mishap.DiesAfter)
        {
            crash.Strike();
        }
        return result;
    }

    /// <summary>A call that changes something and has no answer.</summary>
    public Task WriteAsync(string where, Func<Task> call) =>
        WriteAsync(
            where,
            async () =>
            {
                await call();
                return true;
            }
        );

    private async Task BeforeAsync(string where, Mishap? mishap)
    {
        // A dead process calls nothing.
        crash.Life.ThrowIfCancellationRequested();
        switch (mishap)
        {
            case Mishap.Fails:
                throw new IOException($"503 Server Busy: {where}.");
            case Mishap.DiesBefore:
                crash.Strike();
                break;
            case Mishap.Slow:
                clock.AdvanceTo(clock.GetUtcNow() + mishaps.Slowness(where));
                break;
            case Mishap.CutIn when !ledger.IsCutIn:
                ledger.IsCutIn = true;
                try
                {
                    await CutIn();
                }
                finally
                {
                    ledger.IsCutIn = false;
                }
                break;
            default:
                break;
        }
        crash.Life.ThrowIfCancellationRequested();
    }
}
