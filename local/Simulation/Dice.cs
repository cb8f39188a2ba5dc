namespace ProgramReview.Local.Simulation;

/// <summary>
/// Chance without memory: every question has a name, and one seed always answers it the same way. So one fault can be left out of a run while all
/// others stay where they were.
/// </summary>
internal sealed class Dice(long seed)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong start = Mix((ulong)seed * Golden + Golden);

    /// <summary>The seed.</summary>
    public long Seed => seed;

    /// <summary>A number from 0 to below 1.</summary>
    public double Of(ReadOnlySpan<char> question, long number = 0) =>
        (Draw(question, number) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something of this likelihood happens.</summary>
    public bool Says(double likelihood, string question, long number = 0) =>
        Of(question, number) < likelihood;

    /// <summary>One of so many, from 0.</summary>
    public int Pick(int count, string question, long number = 0) =>
        (int)(Draw(question, number) % (ulong)count);

    /// <summary>One of these.</summary>
    public T One<T>(string question, params ReadOnlySpan<T> choices) =>
        choices[Pick(choices.Length, question)];

    /// <summary>A time between two, in whole milliseconds.</summary>
    public TimeSpan Between(TimeSpan least, TimeSpan most, string question, long number = 0) =>
        TimeSpan.FromMilliseconds(
            Math.Floor((least + ((most - least) * Of(question, number))).TotalMilliseconds)
        );

    private ulong Draw(ReadOnlySpan<char> question, long number)
    {
        // FNV-1a over the question, then the finaliser of SplitMix64: both old, small and good enough to decide about faults.
        var hash = 14695981039346656037UL;
        foreach (var letter in question)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }
        return Mix(Mix(hash ^ start) + (ulong)number * Golden);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
