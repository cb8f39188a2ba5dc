using ProgramReview.Local.Engine;
using ProgramReview.Local.Simulation.Oracles;

namespace ProgramReview.Local.Simulation.Faults;

/// <summary>The way from the product to whatever lies behind a port: calls fail, are slow, or kill the caller.</summary>
internal sealed class FaultyConnection(
    FaultInjection faults,
    Crash crash,
    VirtualClock clock,
    Oracle oracle
)
{
    /// <summary>Lets somebody else act in the middle of a call.</summary>
    public Func<Task> CutIn { get; set; } = () => Task.CompletedTask;

    /// <summary>A call that changes nothing.</summary>
    public async Task<T> ReadAsync<T>(string where, Func<Task<T>> call)
    {
        await BeforeAsync(
            where,
            faults.At(where, Fault.Fails, Fault.DiesBefore, Fault.Slow, Fault.CutIn)
        );
        return await call();
    }

    /// <summary>A call that changes something: it may also fail, or the process may die, once it took place.</summary>
    public async Task<T> WriteAsync<T>(string where, Func<Task<T>> call)
    {
        var fault = faults.At(
            where,
            Fault.Fails,
            Fault.HalfDone,
            Fault.DiesBefore,
            Fault.DiesAfter,
            Fault.Slow,
            Fault.CutIn
        );
        await BeforeAsync(where, fault);
        var result = await call();
        if (fault == Fault.HalfDone)
        {
            throw new IOException($"The answer was lost: {where}.");
        }
        if (fault == Fault.DiesAfter)
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

    /// <summary>A message on its way: delivered after the usual time, or lost, late, or doubled.</summary>
    public void Deliver(string message, TimeSpan usual, Action<TimeSpan> deliver)
    {
        var fault = faults.At(message, Fault.Lost, Fault.Late, Fault.Doubled);
        if (fault is null or Fault.Doubled)
        {
            deliver(usual);
        }
        if (fault is Fault.Late or Fault.Doubled)
        {
            deliver(faults.Lateness(message));
        }
    }

    private async Task BeforeAsync(string where, Fault? fault)
    {
        // A dead process calls nothing.
        crash.Life.ThrowIfCancellationRequested();
        switch (fault)
        {
            case Fault.Fails:
                throw new IOException($"503 Server Busy: {where}.");
            case Fault.DiesBefore:
                crash.Strike();
                break;
            case Fault.Slow:
                clock.AdvanceTo(clock.GetUtcNow() + faults.Slowness(where));
                break;
            case Fault.CutIn when !oracle.IsCutIn:
                oracle.IsCutIn = true;
                try
                {
                    await CutIn();
                }
                finally
                {
                    oracle.IsCutIn = false;
                }
                break;
            default:
                break;
        }
        crash.Life.ThrowIfCancellationRequested();
    }
}
