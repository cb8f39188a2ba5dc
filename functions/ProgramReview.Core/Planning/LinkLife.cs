namespace ProgramReview.Core.Planning;

/// <summary>How long personal links live.</summary>
public static class LinkLife
{
    /// <summary>Beyond the close, so that the sender can still see the receipt.</summary>
    public static readonly TimeSpan AfterClose = TimeSpan.FromDays(60);

    /// <summary>From when somebody asks for a fresh one.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(90);
}
