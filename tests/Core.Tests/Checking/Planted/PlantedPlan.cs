using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Core.Tests.Planning;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>A plan with titles as long and as like each other as real ones, and indicators of every kind.</summary>
internal static class PlantedPlan
{
    public static readonly PlanLookup Lookup = new(
        SamplePlan.Figures with
        {
            Id = "planted",
            Programme = new Programme(
                "01-CTr/TU",
                new("Chương trình", "Programme", "कार्यक्रम"),
                new DateOnly(2021, 3, 17),
                new("Thành ủy Hà Nội", "Hanoi Party Committee", "हनोई पार्टी समिति")
            ),
            Bodies =
            [
                Body(
                    "organisation",
                    "agency",
                    "Ban Tổ chức Thành ủy",
                    "Organisation Commission",
                    "संगठन आयोग"
                ),
                Body(
                    "ba-dinh",
                    "unit",
                    "Quận ủy Ba Đình",
                    "Ba Dinh District Party Committee",
                    "बा दीन्ह जिला पार्टी समिति"
                ),
                Body(
                    "hoan-kiem",
                    "unit",
                    "Quận ủy Hoàn Kiếm",
                    "Hoan Kiem District Party Committee",
                    "होआन किएम जिला पार्टी समिति"
                ),
                Body(
                    "dong-da",
                    "unit",
                    "Quận ủy Đống Đa",
                    "Dong Da District Party Committee",
                    "डोंग दा जिला पार्टी समिति"
                ),
            ],
            ReportTypes =
            [
                Type("district", ["ba-dinh", "hoan-kiem", "dong-da"]),
                Type("summary", ["organisation"]),
            ],
            Periods =
            [
                Period("y2021", 2021, 12, 31, "Năm 2021", "2021", "2021"),
                Period("y2022", 2022, 12, 31, "Năm 2022", "2022", "2022"),
                Period("y2023", 2023, 12, 31, "Năm 2023", "2023", "2023"),
                Period(
                    "m9-2024",
                    2024,
                    9,
                    30,
                    "9 tháng năm 2024",
                    "To the end of September 2024",
                    "सितंबर 2024 के अंत तक"
                ) with
                {
                    MayBePreliminary = true,
                    Synonyms = ["9 tháng 2024", "đến 30/9/2024"],
                },
                Period(
                    "e2024",
                    2024,
                    12,
                    31,
                    "Ước năm 2024",
                    "Estimate for 2024",
                    "2024 का अनुमान"
                ) with
                {
                    Estimate = true,
                    Synonyms = ["ƯTH 2024"],
                },
                Period(
                    "e2025",
                    2025,
                    12,
                    31,
                    "Ước năm 2025",
                    "Estimate for 2025",
                    "2025 का अनुमान"
                ) with
                {
                    Estimate = true,
                    Synonyms = ["ƯTH 2025"],
                },
            ],
            Indicators =
            [
                Indicator(
                    "members",
                    IndicatorKind.Count,
                    "Tổng số đảng viên",
                    "Party members in all",
                    "पार्टी सदस्यों की कुल संख्या",
                    "đảng viên",
                    "members",
                    "सदस्य"
                ),
                Indicator(
                    "new-members",
                    IndicatorKind.Count,
                    "Đảng viên mới kết nạp",
                    "New Party members admitted",
                    "शामिल नए पार्टी सदस्य",
                    "đảng viên",
                    "members",
                    "सदस्य"
                ) with
                {
                    Target = 10_000,
                    Direction = IndicatorDirection.Up,
                },
                Indicator(
                    "organisations-good",
                    IndicatorKind.Percent,
                    "Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ",
                    "Grassroots organisations rated good",
                    "अच्छे आँके गए जमीनी संगठन",
                    "%",
                    "%",
                    "%"
                ) with
                {
                    Decimals = 2,
                    Max = 100,
                    RollUp = RollUp.None,
                },
                Indicator(
                    "plan-share",
                    IndicatorKind.Percent,
                    "Tỷ lệ thực hiện kế hoạch kết nạp",
                    "Share of the admission plan carried out",
                    "प्रवेश योजना का पूरा हुआ अंश",
                    "%",
                    "%",
                    "%"
                ) with
                {
                    Decimals = 2,
                    RollUp = RollUp.None,
                },
                Indicator(
                    "procedures-cut",
                    IndicatorKind.Percent,
                    "Thủ tục hành chính được cắt giảm",
                    "Administrative procedures cut",
                    "घटाई गई प्रशासनिक प्रक्रियाएँ",
                    "%",
                    "%",
                    "%"
                ) with
                {
                    Decimals = 2,
                    Max = 100,
                    RollUp = RollUp.None,
                    Cumulative = true,
                    Direction = IndicatorDirection.Up,
                    Target = 20,
                },
                Indicator(
                    "budget",
                    IndicatorKind.Amount,
                    "Kinh phí thực hiện",
                    "Money spent",
                    "व्यय की गई राशि",
                    "triệu đồng",
                    "million dong",
                    "मिलियन दोंग"
                ) with
                {
                    Decimals = 1,
                },
            ],
            ConsolidatedReport = "summary",
            Publication = null,
        }
    );

    public static readonly AssignmentId Assignment = new(
        new CycleId("planted"),
        "ba-dinh",
        "district"
    );

    public static readonly ReportType Report = Lookup.ReportType("district");

    public static readonly AnnexDefinition Annex = AnnexDefinition.Of(Lookup, Assignment);

    private static ReportType Type(string code, string[] owedBy) =>
        SamplePlan.Figures.ReportTypes[0] with
        {
            Code = code,
            OwedBy = owedBy,
            Outline =
            [
                Section(
                    "leadership",
                    "Công tác lãnh đạo, chỉ đạo và tổ chức thực hiện",
                    "How the programme was led, directed and carried out",
                    "नेतृत्व, निर्देशन और कार्यान्वयन",
                    "Phần I",
                    "I-",
                    "Đặc điểm tình hình"
                ),
                Section(
                    "results",
                    "Kết quả thực hiện mục tiêu, chỉ tiêu, nhiệm vụ; thuận lợi",
                    "Results against the goals, targets and tasks, with advantages",
                    "लक्ष्यों, लक्ष्य-सूचकों और कार्यों के परिणाम; अनुकूल बातें",
                    "Phần II",
                    "II-",
                    "Kết quả thực hiện"
                ),
                Section(
                    "shortcomings",
                    "Khó khăn, hạn chế, khuyết điểm và nguyên nhân",
                    "Difficulties, limits and shortcomings, each with its causes",
                    "कठिनाइयाँ, सीमाएँ और कमियाँ, प्रत्येक के कारण सहित",
                    "Hạn chế và nguyên nhân"
                ),
                Section(
                    "lessons",
                    "Bài học kinh nghiệm",
                    "Lessons learned",
                    "सीखे गए सबक",
                    "Một số bài học kinh nghiệm"
                ),
                Section(
                    "orientation",
                    "Phương hướng, mục tiêu, nhiệm vụ, giải pháp giai đoạn 2025-2030",
                    "Orientation, goals, tasks and solutions for 2025-2030",
                    "2025-2030 के लिए दिशा, लक्ष्य, कार्य और समाधान",
                    "Phương hướng, nhiệm vụ và giải pháp"
                ),
            ],
        };

    private static OutlineSection Section(
        string code,
        string vi,
        string en,
        string hi,
        params string[] synonyms
    ) =>
        new(vi, en, hi)
        {
            Code = code,
            Required = true,
            TooShort = 200,
            Synonyms = synonyms,
        };

    private static Body Body(string code, string kind, string vi, string en, string hi) =>
        SamplePlan.Body(code, kind) with
        {
            Name = new(vi, en, hi),
        };

    private static Period Period(
        string code,
        int year,
        int month,
        int day,
        string vi,
        string en,
        string hi
    ) =>
        new()
        {
            Code = code,
            Title = new(vi, en, hi),
            To = new DateOnly(year, month, day),
        };

    private static Indicator Indicator(
        string code,
        IndicatorKind kind,
        string vi,
        string en,
        string hi,
        string unitVi,
        string unitEn,
        string unitHi
    ) =>
        new()
        {
            Code = code,
            Name = new(vi, en, hi),
            Unit = new(unitVi, unitEn, unitHi),
            Kind = kind,
            Min = 0,
            RollUp = RollUp.Sum,
            AskedOf = [new AskedOf(null, "unit"), new AskedOf("summary", null)],
        };
}
