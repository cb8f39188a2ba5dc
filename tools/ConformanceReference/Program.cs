using ProgramReview.Conformance.Reference;
using ProgramReview.Conformance.Suite;

// Runs the suite against the SDK's own test host and compares what differs with what is known to differ.
// Hundreds of hosts watch no settings files: the system allows few watchers.
Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
Environment.SetEnvironmentVariable("ASPNETCORE_hostBuilder__reloadConfigOnChange", "false");
var filter = args.FirstOrDefault() ?? "";
var outcomes = new Outcome[ConformanceCase.All.Count];
var cases = ConformanceCase
    .All.Values.OrderBy(one => one.Name, StringComparer.Ordinal)
    .Where(one => one.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))
    .ToArray();
if (cases.Length == 0)
{
    await Console.Error.WriteLineAsync($"No case has a name that contains '{filter}'.");
    return 2;
}

// The host under test talks to the console by itself.
var console = Console.Out;
Console.SetOut(TextWriter.Null);
await Parallel.ForAsync(
    0,
    cases.Length,
    new ParallelOptions { MaxDegreeOfParallelism = 6 },
    async (index, _) => outcomes[index] = await Outcome.OfAsync(cases[index])
);

// By the wall's clock a busy machine can make a case late; alone, once more, it cannot.
for (var index = 0; index < cases.Length; index++)
{
    if (outcomes[index].Verdict == Verdict.DiffersUnexpectedly)
    {
        outcomes[index] = await Outcome.OfAsync(cases[index]);
    }
}

foreach (var outcome in outcomes[..cases.Length])
{
    await console.WriteLineAsync($"{outcome}");
}

var all = outcomes[..cases.Length];
await console.WriteLineAsync(
    $"{cases.Length} cases: {all.Count(one => one.Verdict == Verdict.Agrees)} agree, {all.Count(one => one.Verdict == Verdict.Differs)} differ as known, "
        + $"{all.Count(one => one.IsSurprise)} are a surprise."
);
return all.Any(one => one.IsSurprise) ? 1 : 0;
