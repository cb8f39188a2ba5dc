using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Narrative;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Narrative;
using ProgramReview.Functions.Tests.Forms;

namespace ProgramReview.Pages.Tests;

/// <summary>The pages of texts in every state.</summary>
internal static class TextsGallery
{
    private static readonly PlanLookup Hanoi = new(FormSample.Hanoi);

    private static readonly CountingFile File = new(
        "blob",
        "báo cáo.docx",
        1_234,
        new string('a', 64),
        Sample.At("2024-09-09T10:00:00+07:00"),
        1,
        Core.Deadlines.TimelinessVerdict.OnTime,
        Sample.Limit("2024-09-11T00:00:00+07:00")
    );

    public static IEnumerable<Exhibit> Of(Language language)
    {
        var context = Sample.Context(language) with { Plan = Hanoi };
        var sections = TextSelection.Sections(Hanoi);
        var (section, path) = (sections[0].Code, "/status/hanoi-01-ctr-tu/texts");
        TextHit Hit(string text, int paragraph = 0, int? page = null) =>
            new(section, new TextParagraph(text) { Paragraph = paragraph, Page = page });
        var texts = new TextsPageModel
        {
            Context = context,
            Question = new TextsQuestion(section, "", "", 0),
            Sections = sections,
            Entries =
            [
                new TextEntry(
                    Sample.District,
                    File,
                    [
                        Hit("1. Công tác hòa giải", 12) with
                        {
                            Paragraph = new TextParagraph("1. Công tác hòa giải")
                            {
                                Paragraph = 12,
                                IsHeading = true,
                            },
                        },
                        Hit(Sample.Hostile, 13),
                        Hit("Một số nơi còn chậm.", page: 4),
                    ],
                    7,
                    null,
                    $"{path}/{Sample.District}"
                ),
                .. Enum.GetValues<TextGap>()
                    .Select(gap => new TextEntry(
                        Sample.District,
                        gap == TextGap.NoReport ? null : File,
                        [],
                        0,
                        gap,
                        $"{path}/{Sample.District}"
                    )),
            ],
            Count = 12_000,
            Seen = 10,
            Path = path,
            BackPath = "/status/hanoi-01-ctr-tu",
        };
        yield return Gallery.Page<TextsPage>("texts-section", texts);
        yield return Gallery.Page<TextsPage>(
            "texts-search",
            texts with
            {
                Question = new TextsQuestion(null, Sample.Hostile, "HOA giai", 0),
                Entries = [.. texts.Entries.Take(1)],
                Seen = 300,
            }
        );
        yield return Gallery.Page<TextsPage>(
            "texts-none",
            texts with
            {
                Question = new TextsQuestion(null, "", Sample.Hostile, 0),
                Entries = [],
                Count = 30,
                Seen = 30,
            }
        );
        var report = new ReportTextPageModel
        {
            Context = context,
            Assignment = Sample.District,
            Counting = new CountingText(
                new PartId(Sample.District, ReportPart.Whole),
                File,
                new ReportText([
                    new SectionText(
                        section,
                        Sample.Hostile,
                        [.. texts.Entries[0].Hits.Select(hit => hit.Paragraph)]
                    ),
                    new SectionText(sections[1].Code, "II-", []),
                    new SectionText(
                        null,
                        null,
                        [
                            .. Enumerable
                                .Range(1, 30)
                                .Select(i => new TextParagraph(new string('x', 999)) { Page = i }),
                        ]
                    ),
                ])
                {
                    IsCut = true,
                }
            ),
            Page = 1,
            Path = $"{path}/{Sample.District}",
            BackPath = path,
        };
        yield return Gallery.Page<ReportTextPage>("text-report", report);
        yield return Gallery.Page<ReportTextPage>("text-report-end", report with { Page = 2 });
        yield return Gallery.Page<ReportTextPage>(
            "text-report-none",
            report with
            {
                Counting = null,
            }
        );
    }
}
