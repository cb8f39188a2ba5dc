using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Cycle;

/// <summary>What one rehearsal took.</summary>
/// <param name="Bodies">How many bodies the plan has.</param>
/// <param name="Mails">How many mails went out.</param>
/// <param name="Seconds">From the plan file to the end of the cycle.</param>
/// <param name="ProcessorSeconds">What the processor spent on it: other work on the machine does not count.</param>
/// <param name="PeakBytes">The most memory the process held.</param>
/// <param name="AllocatedBytes">What was allocated on the managed heap.</param>
internal sealed record CycleRun(
    int Bodies,
    int Mails,
    double Seconds,
    double ProcessorSeconds,
    long PeakBytes,
    long AllocatedBytes
)
{
    /// <summary>With the start of the process and its end.</summary>
    public double SecondsWithStart { get; init; }

    /// <summary>What one body costs the processor.</summary>
    public double SecondsPerBody => ProcessorSeconds / Bodies;

    public Measurement ToMeasurement(string name) =>
        new(name, "memory", SecondsWithStart)
        {
            Items = Bodies,
            AllocatedBytes = AllocatedBytes,
            Figures = new()
            {
                ["mails"] = Mails,
                ["peak MB"] = Math.Round(PeakBytes / 1e6),
                ["processor s"] = Math.Round(ProcessorSeconds, 1),
            },
        };
}
