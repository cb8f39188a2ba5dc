using System.Globalization;
using System.Text;

namespace ProgramReview.Benchmarks.Harness;

/// <summary>Prints results as lines of a table, each as soon as it is there.</summary>
internal sealed class ResultTable(TextWriter output)
{
    private static readonly CompositeFormat Line = CompositeFormat.Parse(
        "{0,-24} {1,-8} {2,9} {3,10} {4,8} {5,9} {6,7} {7,7}  {8}"
    );

    public void WriteHead() =>
        Write(
            "case",
            "store",
            "seconds",
            "items/s",
            "us/item",
            "alloc MB",
            "x raw",
            "x mem",
            "limits"
        );

    public void Write(Measurement result)
    {
        Write(
            result.Case,
            result.Store,
            Show(result.Seconds, "0.000"),
            Show(result.Rate, "0"),
            Show(result.MicrosecondsPerItem, "0.0"),
            Show(result.AllocatedBytes / 1e6, "0.0"),
            Show(result.RatioToRaw, "0.00"),
            Show(result.RatioToMemory, "0.00"),
            string.Join("; ", result.Limits)
        );
        foreach (var (name, value) in result.Figures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {name}: {value}"));
        }
    }

    private static string Show(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    private void Write(params object[] columns) =>
        output.WriteLine(string.Format(CultureInfo.InvariantCulture, Line, columns).TrimEnd());
}
