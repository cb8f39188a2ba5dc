namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>Faults of a report's text, each planted as people make it.</summary>
internal static class ReportPlants
{
    private static readonly Dictionary<string, string[][]> Doubtful = new()
    {
        ["shortcomings"] =
        [
            [
                "Những khó khăn và hạn chế chủ yếu, nguyên nhân",
                "Hạn chế, khuyết điểm còn tồn tại",
                "Khó khăn, vướng mắc và nguyên nhân",
            ],
            [
                "Shortcomings and their causes",
                "Difficulties and limits with causes",
                "Limits, shortcomings and causes",
            ],
            [
                "कठिनाइयाँ और कमियाँ कारण सहित",
                "सीमाएँ और कमियाँ, कारण सहित",
                "कठिनाइयाँ, कमियाँ और कारण",
            ],
        ],
        ["lessons"] =
        [
            ["Kinh nghiệm rút ra", "Những bài học rút ra", "Bài học và kinh nghiệm thực tiễn"],
            ["Lessons drawn", "What was learned: lessons", "Lessons and experience"],
            ["सबक और अनुभव", "सीखे गए अनुभव", "मुख्य सबक"],
        ],
        ["orientation"] =
        [
            [
                "Phương hướng, nhiệm vụ giai đoạn tới",
                "Mục tiêu, nhiệm vụ và giải pháp thời gian tới",
                "Phương hướng và mục tiêu giai đoạn 2025-2030",
            ],
            [
                "Tasks and solutions for the coming years",
                "Orientation and goals until 2030",
                "Goals, tasks and solutions to come",
            ],
            [
                "आगे के लक्ष्य, कार्य और समाधान",
                "2025-2030 के लिए लक्ष्य और कार्य",
                "दिशा, कार्य और आगे के समाधान",
            ],
        ],
    };

    public static readonly IReadOnlyDictionary<
        string,
        Func<WrittenReport, Random, PlantedCase>
    > All = new Dictionary<string, Func<WrittenReport, Random, PlantedCase>>
    {
        ["text-missing"] = (report, _) =>
        {
            report.Sections.Clear();
            report.Encode = _ => "1";
            return PlantedCase.Of(report, "text-missing");
        },
        ["section-missing"] = (report, random) =>
        {
            var section = Any(report, random);
            if (random.Next(2) == 0)
            {
                report.Sections.Remove(section);
            }
            else
            {
                // Its text is there, under a heading that says something else.
                section.Title = report.Words("Các nội dung khác", "Other matters", "अन्य विषय");
                section.KeepsMark = false;
                report.Numbering = 4;
            }
            return PlantedCase.Of(report, "section-missing", section.Code);
        },
        ["section-doubtful"] = (report, random) =>
        {
            var section = report.Sections[2 + random.Next(3)];
            var titles = Doubtful[section.Code][(int)report.Language];
            section.Title = titles[random.Next(titles.Length)];
            section.KeepsMark = false;
            return PlantedCase.Of(report, "section-doubtful", section.Code);
        },
        ["section-empty"] = (report, random) =>
        {
            var section = Any(report, random);
            section.Body = random.Next(4) switch
            {
                0 => [],
                1 => ["..."],
                2 => [report.Words("Đang cập nhật.", "To be added", "बाद में जोड़ा जाएगा")],
                _ => ["", report.Words("(không có)", "(none)", "(कोई नहीं)"), "…………"],
            };
            section.Body.RemoveAll(text => text.Length == 0);
            return PlantedCase.Of(report, "section-empty", section.Code);
        },
        ["section-too-short"] = (report, random) =>
        {
            var section = Any(report, random);
            section.Body = [report.Body(1).First()[..(30 + random.Next(50))]];
            return PlantedCase.Of(report, "section-too-short", section.Code);
        },
        ["section-out-of-order"] = (report, random) =>
        {
            var (from, to) = random.Next(2) == 0 ? (random.Next(2), 4) : (3 + random.Next(2), 0);
            var section = report.Sections[from];
            report.Sections.RemoveAt(from);
            report.Sections.Insert(to, section);
            return PlantedCase.Of(report, "section-out-of-order", section.Code);
        },
        ["head-other-body"] = (report, random) =>
        {
            report.Issuer = PlantedPlan
                .Lookup.Body(random.Next(2) == 0 ? "hoan-kiem" : "dong-da")
                .Name.In(report.Language);
            return PlantedCase.Of(report, "head-other-body");
        },
        ["head-other-programme"] = (report, random) =>
        {
            report.Programme = $"{random.Next(2, 11):00}-CTr/TU";
            return PlantedCase.Of(report, "head-other-programme");
        },
        ["dispatch-number-missing"] = (report, _) =>
        {
            report.Number = null;
            return PlantedCase.Of(report, "dispatch-number-missing");
        },
        ["dispatch-date-missing"] = (report, _) =>
        {
            report.Day = null;
            return PlantedCase.Of(report, "dispatch-date-missing");
        },
        ["legacy-encoding"] = (report, random) =>
        {
            var isTcvn3 = random.Next(2) == 0;
            report.Font =
                random.Next(2) == 0 ? null
                : isTcvn3 ? ".VnTime"
                : "VNI-Times";
            report.Encode = isTcvn3 ? OldLetters.Tcvn3 : OldLetters.Vni;
            return PlantedCase.Of(report, "legacy-encoding");
        },
    };

    private static WrittenSection Any(WrittenReport report, Random random) =>
        report.Sections[random.Next(report.Sections.Count)];
}
