namespace ProgramReview.Benchmarks.Forms;

/// <summary>What a process that made forms had to tell.</summary>
/// <param name="Forms">How many it made.</param>
/// <param name="Bytes">How long they are together.</param>
/// <param name="Seconds">How long that took, after the first few.</param>
/// <param name="ProcessorSeconds">What it cost the processor.</param>
/// <param name="SlowestMilliseconds">How long the slowest took.</param>
/// <param name="PeakBytes">The largest the heap was after a collection.</param>
/// <param name="AllocatedBytes">What was allocated.</param>
internal sealed record FormRun(
    int Forms,
    long Bytes,
    double Seconds,
    double ProcessorSeconds,
    double SlowestMilliseconds,
    long PeakBytes,
    long AllocatedBytes
);
