namespace ProgramReview.Benchmarks.Harness;

/// <summary>A group of benchmark cases, run by its name: <c>./review bench NAME</c>.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>What is measured, in one line.</summary>
    string Summary { get; }

    /// <summary>Runs the cases one after the other and gives each result as soon as it is there.</summary>
    /// <param name="cases">Which cases to run; ask before beginning one.</param>
    /// <param name="isTiny">Whether only to show that the cases work: sizes a test can afford, figures without meaning.</param>
    IAsyncEnumerable<Measurement> RunAsync(Func<string, bool> cases, bool isTiny);
}
