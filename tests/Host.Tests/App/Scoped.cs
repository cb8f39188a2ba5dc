namespace ProgramReview.Host.Tests.App;

internal sealed class Scoped
{
    private static int last;

    public int Number { get; } = Interlocked.Increment(ref last);
}
