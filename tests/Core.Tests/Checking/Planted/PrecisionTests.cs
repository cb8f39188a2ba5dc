using System.Globalization;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>What the checks find of faults that were planted, and what they find where there is none.</summary>
public sealed class PrecisionTests
{
    private const int Variants = 20;
    private const double Precision = 0.95;
    private const double Recall = 0.90;

    private static readonly Lazy<IReadOnlyDictionary<string, Score>> Measured = new(Measure);

    public static TheoryData<string> Codes => [.. CheckCatalogue.All.Select(check => check.Code)];

    [Theory, MemberData(nameof(Codes))]
    public void A_check_finds_what_was_planted_and_little_else(string code)
    {
        var score = Measured.Value[code];

        Assert.True(score.Planted > 0, $"Nothing was planted for {code}.");
        Assert.True(
            score.Precision >= Precision && score.Recall >= Recall,
            $"{code}: {score}; {string.Join("; ", score.Wrong.Take(5))}"
        );
    }

    [Fact]
    public void The_figures_stand_in_the_docs()
    {
        var table = string.Join(
            '\n',
            CheckCatalogue.All.Select(check =>
            {
                var score = Measured.Value[check.Code];
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"| `{check.Code}` | {score.Planted} | {100 * score.Precision:0.0} % | {100 * score.Recall:0.0} % |"
                );
            })
        );
        using var stream = typeof(PrecisionTests).Assembly.GetManifestResourceStream("checks.md")!;
        using var reader = new StreamReader(stream);

        Assert.True(
            reader.ReadToEnd().ReplaceLineEndings("\n").Contains(table, StringComparison.Ordinal),
            $"docs/checks.md should say what was measured:\n{table}"
        );
    }

    private static Dictionary<string, Score> Measure()
    {
        var scores = CheckCatalogue.All.ToDictionary(check => check.Code, _ => new Score());
        foreach (var one in Cases())
        {
            var found = one.Find();
            if (one.Code.Length > 0)
            {
                var score = scores[one.Code];
                score.Planted++;
                if (
                    found.Any(finding =>
                        finding.Code == one.Code && PlantedCase.Key(finding.Place) == one.Where
                    )
                )
                {
                    score.Found++;
                }
                else
                {
                    score.Wrong.Add($"not found: {one.Where}");
                }
            }
            foreach (
                var finding in found.Where(finding =>
                    !one.Follows.Contains(finding.Code)
                    && (finding.Code != one.Code || PlantedCase.Key(finding.Place) != one.Where)
                )
            )
            {
                scores[finding.Code].Amiss++;
                scores[finding.Code]
                    .Wrong.Add(
                        $"amiss beside '{one.Code} {one.Where}': {PlantedCase.Key(finding.Place)} {string.Join('|', finding.Arguments)}"
                    );
            }
        }
        return scores;
    }

    private static IEnumerable<PlantedCase> Cases()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var seed in Enumerable.Range(1, Variants))
            {
                yield return PlantedCase.Of(new WrittenReport(language, seed + 1000));
                yield return PlantedCase.Of(new WrittenAnnex(language, seed + 1000));
                yield return PairPlants.Right(language, seed);
                yield return PairPlants.Wrong(language, seed);
                foreach (var (i, (code, plant)) in ReportPlants.All.Index())
                {
                    // Letters of the time before Unicode are Vietnamese.
                    var spoken = code == "legacy-encoding" ? Language.Vi : language;
                    yield return plant(
                        new WrittenReport(spoken, seed + (100 * i) + (7 * (int)language)),
                        new Random(seed + i)
                    );
                }
                foreach (var (i, (_, plant)) in AnnexPlants.All.Index())
                {
                    yield return plant(
                        new WrittenAnnex(language, seed + (100 * i) + (7 * (int)language)),
                        new Random(seed + i)
                    );
                }
                foreach (var facts in Plain(language, seed))
                {
                    yield return facts;
                }
            }
        }
    }

    // What a reader says plainly is passed on.
    private static IEnumerable<PlantedCase> Plain(Language language, int seed)
    {
        foreach (var (fault, code) in Faults)
        {
            yield return PlantedCase.Of(
                new ContentFacts { Reader = 1, Fault = fault },
                code,
                "report"
            );
        }
        foreach (var (kind, code) in Actives)
        {
            yield return PlantedCase.Of(
                new ContentFacts
                {
                    Reader = 1,
                    Document = new WrittenReport(language, seed).Facts(),
                    Active = [new ActiveContent(kind, "word/part.bin")],
                },
                code,
                kind == ActiveContentKind.ExternalWorkbook ? "annex" : "report"
            );
        }
    }

    private static readonly (ReadingFault, string)[] Faults =
    [
        (ReadingFault.Damaged, "content-damaged"),
        (ReadingFault.Locked, "content-locked"),
        (ReadingFault.TooLarge, "content-too-large"),
        (ReadingFault.TooDeep, "content-too-deep"),
        (ReadingFault.TooCostly, "content-too-costly"),
        (ReadingFault.NotUnderstood, "content-not-understood"),
    ];

    private static readonly (ActiveContentKind, string)[] Actives =
    [
        (ActiveContentKind.Macro, "active-macro"),
        (ActiveContentKind.ActiveX, "active-control"),
        (ActiveContentKind.RemoteTemplate, "active-remote-template"),
        (ActiveContentKind.RemoteContent, "active-remote-content"),
        (ActiveContentKind.ExternalWorkbook, "active-external-workbook"),
        (ActiveContentKind.EmbeddedObject, "active-embedded-object"),
        (ActiveContentKind.Attachment, "active-attachment"),
        (ActiveContentKind.JavaScript, "active-javascript"),
        (ActiveContentKind.Launch, "active-launch"),
    ];

    private sealed class Score
    {
        public int Planted { get; set; }

        public int Found { get; set; }

        public int Amiss { get; set; }

        public List<string> Wrong { get; } = [];

        public double Precision => Found + Amiss == 0 ? 1 : (double)Found / (Found + Amiss);

        public double Recall => Planted == 0 ? 0 : (double)Found / Planted;

        public override string ToString() => $"planted {Planted}, found {Found}, amiss {Amiss}";
    }
}
