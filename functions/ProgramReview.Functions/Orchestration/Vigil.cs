using Microsoft.DurableTask;
using ProgramReview.Functions.Durable;

namespace ProgramReview.Functions.Orchestration;

/// <summary>
/// How a process waits for others. One that ends rings before it has ended, since afterwards it can do nothing any more: so whoever is rung
/// looks at once and, if nothing has changed, a few times more.
/// </summary>
internal sealed class Vigil(TaskOrchestrationContext context)
{
    // Then the reconciler rings, if all of them are over, and a lost ring costs no more than its five minutes.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(20),
        TimeSpan.FromSeconds(80),
    ];
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(7);

    private readonly WakeSignal signal = new(context);
    private int looks = Pauses.Length;

    /// <summary>How many rings asked for a look that another had asked for.</summary>
    public int Spared => signal.Spared;

    /// <summary>When it looks next if nobody rings.</summary>
    public DateTimeOffset NextLook =>
        context.Now() + (looks < Pauses.Length ? Pauses[looks] : LookAgain);

    /// <summary>Waits for a ring, or until the next look.</summary>
    /// <param name="atMost">Until when at most, or null.</param>
    public async Task WaitAsync(DateTimeOffset? atMost = null) =>
        looks = await signal.WaitAsync(atMost < NextLook ? atMost.Value : NextLook) ? 0 : looks + 1;
}
