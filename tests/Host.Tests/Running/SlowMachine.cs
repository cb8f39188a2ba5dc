namespace ProgramReview.Host.Tests.Running;

/// <summary>Gives processes a tenth of the time: stopped for most of each stretch, as by a machine that has much else to do.</summary>
internal static class SlowMachine
{
    private static readonly TimeSpan Runs = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Rests = 9 * Runs;

    public static async Task SlowAsync(UpProcess program, CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            var everybody = program.Everybody;
            await Signals.SendAsync("STOP", everybody);
            await Task.Delay(Rests, TimeProvider.System, CancellationToken.None);
            await Signals.SendAsync("CONT", everybody);
            await Task.Delay(Runs, TimeProvider.System, CancellationToken.None);
        }
    }
}
