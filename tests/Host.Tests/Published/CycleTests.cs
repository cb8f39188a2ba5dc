namespace ProgramReview.Azure.Tests;

/// <summary>The published app at work: in a worker of its own, on the extensions that Azure Functions runs, with Azurite beneath.</summary>
[Collection(typeof(PublishedAppCollection))]
public sealed class CycleTests(AzureBuild app)
{
    [Fact]
    public async Task A_whole_cycle_runs_on_the_real_worker_and_the_real_extensions()
    {
        // All tests on it, and the Functions host itself: tests/azure-host.sh without "--only".
        var (exitCode, said) = await Ran.ToEndAsync(
            "bash",
            ["tests/azure-host.sh", "--stand-in", "--app", app.Folder, "--only", "ProgramsTests"],
            ("REVIEW_E2E_PACE", "1")
        );

        Ran.Check("tests/azure-host.sh", exitCode, said);
        Assert.Contains("succeeded: 1", said, StringComparison.Ordinal);
        Assert.Matches("orchestrationTrigger [0-9]+ in", said);
    }
}
