namespace ProgramReview.TestKit.Servers;

/// <summary>What a test cannot do without.</summary>
public static class Needed
{
    /// <summary>The program, or a skipped test; on the build server nothing is skipped.</summary>
    public static T Or<T>(T? server, string name)
        where T : class
    {
        if (server is null)
        {
            Assert.SkipUnless(
                Environment.GetEnvironmentVariable("CI") == "true",
                $"{name} is not installed: run ./review test"
            );
            Assert.Fail($"{name} is not installed.");
        }
        return server;
    }
}
