namespace ProgramReview.TestKit;

/// <summary>Tests wait for the thing itself, on however slow a machine.</summary>
public static class Waiting
{
    /// <summary>After this long what is waited for does not come, and the test says what it was. No test passes or fails by its length.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
}
