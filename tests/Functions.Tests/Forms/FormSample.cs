using ProgramReview.Core.Forms;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Planning;

namespace ProgramReview.Functions.Tests.Forms;

/// <summary>Plans whose forms are hard to make: names of 120 letters, 40 indicators, and texts that mean harm.</summary>
internal static class FormSample
{
    /// <summary>Texts that a spreadsheet, XML or a reader could take for something else.</summary>
    public static readonly IReadOnlyList<string> Hostile =
    [
        "=HYPERLINK(\"http://example.com\";\"x\")",
        "+1+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(1;2)",
        "\t=1+1",
        "a\u0001\u000b\uFFFE\ud800b",
        "]]></t><f>1+1</f>",
        "_x0041_ is not A",
        "\u202etxt.exe",
        "http://example.com/",
        "'Sheet'!A1",
    ];

    /// <summary>The shipped plan, as districts and the standing agency are asked.</summary>
    public static Plan Hanoi { get; } = Read();

    /// <summary>A district of Hanoi.</summary>
    public static AssignmentId District { get; } = new(Hanoi.Cycle, "ba-dinh", "district");

    /// <summary>The author of the consolidated report, which is asked for most figures and told most earlier ones.</summary>
    public static AssignmentId Agency { get; } = new(Hanoi.Cycle, "organisation", "r6");

    /// <summary>Hanoi with a style, a district with a name of 120 letters in each language, and 40 indicators asked of it.</summary>
    public static Plan Large(DocumentStyle style) =>
        Hanoi with
        {
            Kinds = [new BodyKind("district", style)],
            Bodies =
            [
                .. Hanoi.Bodies.Select(body =>
                    body.Code == District.Body ? body with { Name = Long(body.Name) } : body
                ),
            ],
            Indicators =
            [
                .. Enumerable
                    .Range(0, 40)
                    .Select(i => (i, From: Hanoi.Indicators![i % Hanoi.Indicators.Count]))
                    .Select(one =>
                        one.From with
                        {
                            Code = $"indicator-{one.i}",
                            Name = one.i % 4 == 0 ? Long(one.From.Name) : one.From.Name,
                            Decimals = one.i % (Indicator.MostDecimals + 1),
                            RollUp = RollUp.None,
                            WeightedBy = null,
                            AskedOf = [new AskedOf(null, "district")],
                        }
                    ),
            ],
        };

    /// <summary>Hanoi in which every text that reaches a form means harm.</summary>
    public static Plan Harmful(string text) =>
        Hanoi with
        {
            Programme = Hanoi.Programme with { Number = text, Committee = Same(text) },
            Bodies = [.. Hanoi.Bodies.Select(body => body with { Name = Same(text) })],
            ReportTypes =
            [
                .. Hanoi.ReportTypes.Select(type =>
                    type with
                    {
                        Title = Same(text),
                        ShortTitle = Same(text),
                        Outline =
                        [
                            .. type.Outline.Select(section =>
                                section with
                                {
                                    Vi = text,
                                    En = text,
                                    Hi = text,
                                }
                            ),
                        ],
                    }
                ),
            ],
            Periods = [.. Hanoi.Periods!.Select(period => period with { Title = Same(text) })],
            Indicators =
            [
                .. Hanoi.Indicators!.Select(indicator =>
                    indicator with
                    {
                        Name = Same(text),
                        Unit = Same(text),
                        Earlier =
                        [
                            .. indicator.Earlier.Select(earlier => earlier with { Source = text }),
                        ],
                    }
                ),
            ],
        };

    /// <summary>Every plan with whose forms are looked at, by name.</summary>
    public static IReadOnlyDictionary<string, (Plan Plan, AssignmentId Of)> All { get; } =
        new Dictionary<string, (Plan, AssignmentId)>
        {
            ["district"] = (Hanoi, District),
            ["agency"] = (Hanoi, Agency),
            ["large-party"] = (Large(DocumentStyle.Party), District),
            ["large-state"] = (Large(DocumentStyle.State), District),
        };

    public static byte[] Outline(Plan plan, AssignmentId id, Language language) =>
        ProgramReview.Functions.Forms.OutlineWriter.Write(
            OutlineForm.Of(new PlanLookup(plan), id),
            language
        );

    public static byte[] Annex(Plan plan, AssignmentId id, Language language) =>
        ProgramReview.Functions.Forms.AnnexWriter.Write(
            AnnexForm.Of(new PlanLookup(plan), id)!,
            language
        );

    private static LocalizedText Same(string text) => new(text, text, text);

    private static LocalizedText Long(LocalizedText text) =>
        new(Long(text.Vi), Long(text.En), Long(text.Hi));

    private static string Long(string text) =>
        string.Concat(Enumerable.Repeat($"{text} ", 120))[..120].TrimEnd().PadRight(120, '.');

    private static Plan Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "plans", "hanoi-01-ctr-tu", "plan.yaml");
        return PlanFile.Read(File.ReadAllText(file), file, null).Plan!;
    }
}
