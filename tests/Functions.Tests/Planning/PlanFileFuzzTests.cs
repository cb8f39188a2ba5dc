using CsCheck;
using ProgramReview.Functions.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Planning;

public sealed class PlanFileFuzzTests
{
    private static readonly string[] Pieces =
    [
        "[",
        "]",
        "{",
        "}",
        ":",
        ": ",
        "- ",
        "\n",
        "\t",
        "\r",
        "#",
        "&a ",
        "*a",
        "!t ",
        "|",
        ">",
        "'",
        "\"",
        "\\",
        "%",
        "@",
        "`",
        "?",
        ",",
        "---\n",
        "...\n",
        "<<: ",
        "\0",
        "\u0007",
        "\uD800",
        "\uDC00",
        "\uFEFF",
        "\uFFFD",
        "\u2028",
        "ộ",
        "~",
        "null",
        "start",
        "start + ",
        "start + 999999d",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00+14:00",
        "2024-02-30T00:00:00+99:99",
        "999999999999999999999",
        "-1",
    ];

    private static readonly Gen<(int At, int Remove, string Insert)> Edits = Gen.Select(
        Gen.Int[0, 40_000],
        Gen.Frequency((3, Gen.Int[0, 3]), (1, Gen.Int[0, 200])),
        Gen.Frequency(
            (4, Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])),
            (1, Gen.String[0, 5])
        )
    );

    private static readonly Gen<string> Texts = Gen.Select(
        Gen.Frequency((1, Gen.Const(FrozenPlan.Text)), (2, Gen.Const(PlanText.Template))),
        Edits.Array[1, 6],
        Gen.Frequency((1, Gen.Int[0, 40_000]), (3, Gen.Const(int.MaxValue))),
        (yaml, edits, cut) => Truncate(edits.Aggregate(yaml, Edit), cut)
    );

    [Fact]
    public void Whatever_stands_in_the_file_reading_gives_a_plan_or_faults() =>
        Texts.Sample(
            yaml =>
            {
                var reading = PlanFile.Read(yaml, "plan.yaml", PlanText.Start);

                Assert.NotEqual(reading.IsValid, reading.Faults.Count > 0);
                var lines =
                    yaml.Count(c => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085') + 2;
                Assert.All(reading.Faults, fault => Assert.InRange(fault.Line, 1, lines));
            },
            iter: 2000,
            threads: 2
        );

    private static string Edit(string yaml, (int At, int Remove, string Insert) edit)
    {
        var at = edit.At % (yaml.Length + 1);
        return yaml[..at] + edit.Insert + yaml[Math.Min(at + edit.Remove, yaml.Length)..];
    }

    private static string Truncate(string yaml, int cut) => cut < yaml.Length ? yaml[..cut] : yaml;
}
