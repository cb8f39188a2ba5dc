namespace ProgramReview.Engine.Tests;

/// <summary>When what has not come never comes: far beyond what the slowest machine needs, so that only a hang is reported as one.</summary>
internal static class Hang
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);
}
