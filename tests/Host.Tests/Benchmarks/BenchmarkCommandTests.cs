using ProgramReview.Benchmarks.Harness;

namespace ProgramReview.Benchmarks.Tests;

[Collection("Console")]
public sealed class BenchmarkCommandTests
{
    [Theory]
    [InlineData(6.9, true, 0)]
    [InlineData(7.1, true, 1)]
    [InlineData(7.1, false, 0)]
    public async Task Only_a_broken_limit_that_binds_fails_the_run(
        double ratio,
        bool isBinding,
        int exitCode
    ) =>
        Assert.Equal(
            exitCode,
            await BenchmarkCommand.RunAsync(
                ["given"],
                [new Given(new Limit("ratioToRaw", ratio, 7, isBinding))]
            )
        );

    [Fact]
    public async Task A_case_that_nobody_knows_is_an_error() =>
        Assert.Equal(
            1,
            await BenchmarkCommand.RunAsync(
                ["given", "--only", "other"],
                [new Given(new Limit("ratioToRaw", 1, 7, IsBinding: true))]
            )
        );

    [Fact]
    public void The_median_is_the_run_in_the_middle()
    {
        Assert.Equal(2, Median.Of([9, 1, 2]));
        Assert.Equal(1.5, Median.Of([2, 1]));
    }

    private sealed class Given(Limit limit) : IBenchmark
    {
        public string Name => "given";

        public string Summary => "what the test says";

        public async IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny)
        {
            await Task.Yield();
            if (cases("one"))
            {
                yield return new("one", "memory", 1) { Limits = [limit] };
            }
        }
    }
}
