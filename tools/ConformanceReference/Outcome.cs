using System.Reflection;
using ProgramReview.Conformance.Suite;

namespace ProgramReview.Conformance.Reference;

/// <summary>What one case came to, and whether that was known.</summary>
internal sealed record Outcome(ConformanceCase Case, Verdict Verdict, string Detail)
{
    public bool IsSurprise => Verdict is Verdict.DiffersUnexpectedly or Verdict.AgreesUnexpectedly;

    public static async Task<Outcome> OfAsync(ConformanceCase one)
    {
        var known = KnownDifferences.All.GetValueOrDefault(one.Name);

        // Whatever a case throws is its outcome.
#pragma warning disable CA1031
        try
        {
            await one.RunAsync(new ReferenceWorld()).WaitAsync(TimeSpan.FromMinutes(1));
            return known is null
                ? new(one, Verdict.Agrees, "")
                : new(one, Verdict.AgreesUnexpectedly, $"known to differ: {known}");
        }
        catch (Exception exception)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner }
                ? inner
                : exception;
            return known is null
                ? new(
                    one,
                    Verdict.DiffersUnexpectedly,
                    $"{cause.GetType().Name}: {OneLine(cause.Message)}"
                )
                : new(one, Verdict.Differs, known);
        }
#pragma warning restore CA1031
    }

    public override string ToString() =>
        Verdict == Verdict.Agrees
            ? $"  agrees   {Case.Name}"
            : $"{(IsSurprise ? "!!" : "  ")}{Verdict.ToString().ToLowerInvariant(), -9} {Case.Name} (rule {Case.Rule.Number}) {Detail}";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>How a case went on the reference.</summary>
internal enum Verdict
{
    Agrees,
    Differs,
    DiffersUnexpectedly,
    AgreesUnexpectedly,
}
