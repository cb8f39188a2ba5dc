namespace ProgramReview.Core.Deadlines;

/// <summary>Deadlines are whole seconds; one that is computed from an observed instant is rounded up, in people's favour.</summary>
public static class WholeSecond
{
    /// <summary>The instant itself if it is a whole second, else the next one.</summary>
    public static DateTimeOffset From(DateTimeOffset instant)
    {
        var excess = instant.Ticks % TimeSpan.TicksPerSecond;
        return excess == 0 ? instant : instant.AddTicks(TimeSpan.TicksPerSecond - excess);
    }
}
