using System.Globalization;
using System.Net.Http.Json;

namespace ProgramReview.EndToEnd.Tests.Running;

/// <summary>A plan of three units, one consolidated report and three approvers, whose dates are seconds after its start.</summary>
/// <param name="Name">What the test calls it.</param>
/// <param name="Units">After how many seconds the units' reports are due and closed.</param>
/// <param name="Summary">After how many seconds the consolidated report is due and closed, and the first round opens.</param>
internal sealed record TrialPlan(string Name, int Units, int Summary)
{
    private const string Whole = "    formats: [pdf, docx, xlsx]\n";

    private const string Parts = """
            parts:
              - code: report
                title: { vi: Báo cáo, en: Report, hi: रिपोर्ट }
                kind: report
                formats: [pdf, docx]
              - code: annex
                title: { vi: Phụ lục số liệu, en: Data annex, hi: आँकड़ा परिशिष्ट }
                kind: annex
                formats: [xlsx]
              - code: signed
                title: { vi: Bản ký, en: Signed copy, hi: हस्ताक्षरित प्रति }
                kind: scan
                formats: [pdf]
                required: false

        """;

    /// <summary>The cycle's id: no other run of any test has it.</summary>
    public string Id { get; } =
        $"{Name}-{Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()[..6])}";

    /// <summary>Whether the units' report consists of the report, a data annex and an optional signed copy.</summary>
    public bool InParts { get; init; }

    /// <summary>What approvers show beside their link, in the words of plans; null: nothing, in a round of minutes.</summary>
    public string? SecondStep { get; init; }

    /// <summary>The address of one of its people.</summary>
    public string AddressOf(string person) => $"{person}@{Id}.example";

    /// <summary>What a program sends to start the plan.</summary>
    public JsonContent ToContent() => ToContent(Text);

    /// <summary>The same with another text.</summary>
    public static JsonContent ToContent(string text) =>
        JsonContent.Create(new { planText = text, reason = "A trial." });

    /// <summary>The plan's text.</summary>
    public string Text
    {
        get
        {
            using var stream = typeof(TrialPlan).Assembly.GetManifestResourceStream("plan.yaml")!;
            return new StreamReader(stream)
                .ReadToEnd()
                .Replace("|ID|", Id, StringComparison.Ordinal)
                .Replace("|NUMBER|", Name.ToUpperInvariant(), StringComparison.Ordinal)
                .Replace("|UNITS|", Seconds(Units), StringComparison.Ordinal)
                .Replace("|SUMMARY|", Seconds(Summary), StringComparison.Ordinal)
                .Replace(
                    "  closes: 300s\n",
                    SecondStep is null
                        ? "  closes: 300s\n"
                        : $"  secondStep: {SecondStep}\n  closes: 12h\n",
                    StringComparison.Ordinal
                )
                .Replace(Whole, InParts ? Parts : Whole, StringComparison.Ordinal);
        }
    }

    private static string Seconds(int seconds) =>
        Math.Ceiling(seconds * Settings.Pace).ToString(CultureInfo.InvariantCulture);
}
