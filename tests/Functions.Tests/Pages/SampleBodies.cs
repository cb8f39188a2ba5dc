using ProgramReview.Core.Planning;

namespace ProgramReview.Pages.Tests;

/// <summary>The bodies of the sample plan.</summary>
internal static class SampleBodies
{
    private static readonly (string Code, string Vi)[] DistrictNames =
    [
        ("ba-dinh", "Quận ủy Ba Đình"),
        ("hoan-kiem", "Quận ủy Hoàn Kiếm"),
        ("tay-ho", "Quận ủy Tây Hồ"),
        ("long-bien", "Quận ủy Long Biên"),
        ("cau-giay", "Quận ủy Cầu Giấy"),
        ("dong-da", "Quận ủy Đống Đa"),
        ("hai-ba-trung", "Quận ủy Hai Bà Trưng"),
        ("hoang-mai", "Quận ủy Hoàng Mai"),
        ("thanh-xuan", "Quận ủy Thanh Xuân"),
        ("ha-dong", "Quận ủy Hà Đông"),
        ("soc-son", "Huyện ủy Sóc Sơn"),
        ("dong-anh", "Huyện ủy Đông Anh"),
        ("me-linh", "Huyện ủy Mê Linh"),
        ("dan-phuong", "Huyện ủy Đan Phượng"),
        ("hoai-duc", "Huyện ủy Hoài Đức"),
        ("quoc-oai", "Huyện ủy Quốc Oai"),
        ("thach-that", "Huyện ủy Thạch Thất"),
        ("chuong-my", "Huyện ủy Chương Mỹ"),
        ("thanh-oai", "Huyện ủy Thanh Oai"),
        ("thuong-tin", "Huyện ủy Thường Tín"),
        ("phu-xuyen", "Huyện ủy Phú Xuyên"),
        ("ung-hoa", "Huyện ủy Ứng Hòa"),
        ("my-duc", "Huyện ủy Mỹ Đức"),
        ("phuc-tho", "Huyện ủy Phúc Thọ"),
        ("ba-vi", "Huyện ủy Ba Vì"),
        ("gia-lam", "Huyện ủy Gia Lâm"),
        ("thanh-tri", "Huyện ủy Thanh Trì"),
        ("son-tay", "Thị ủy Sơn Tây"),
        ("nam-tu-liem", "Quận ủy Nam Từ Liêm"),
        ("bac-tu-liem", "Quận ủy Bắc Từ Liêm"),
    ];

    public static IEnumerable<string> Districts => DistrictNames.Select(one => one.Code);

    public static IEnumerable<Body> All =>
        DistrictNames
            .Select(one => Body(one.Code, one.Vi, "district"))
            .Append(Body("committee", "Ban Cán sự đảng UBND Thành phố", "city"))
            .Append(Body("organisation", "Ban Tổ chức Thành ủy", "city"));

    public static ReportType Type(
        string code,
        string vi,
        string en,
        string hi,
        string[] bodies,
        string due
    ) =>
        new()
        {
            Code = code,
            Title = new LocalizedText(vi, en, hi),
            Outline =
            [
                new LocalizedText(
                    "Công tác lãnh đạo, chỉ đạo, triển khai thực hiện",
                    "How the programme was led, directed and carried out",
                    "नेतृत्व, निर्देशन और कार्यान्वयन"
                ),
                new LocalizedText(
                    "Kết quả thực hiện các mục tiêu, chỉ tiêu, nhiệm vụ",
                    "Results against goals, targets and tasks",
                    "लक्ष्यों और कार्यों के परिणाम"
                ),
                new LocalizedText(
                    "Hạn chế, khuyết điểm và nguyên nhân",
                    "Limits and shortcomings with their causes",
                    "सीमाएँ, कमियाँ और उनके कारण"
                ),
                new LocalizedText("Bài học kinh nghiệm", "Lessons learned", "सीखे गए सबक"),
                new LocalizedText(
                    "Phương hướng, nhiệm vụ, giải pháp 2025–2030",
                    "Orientation, tasks and solutions 2025–2030",
                    "2025–2030 की दिशा, कार्य और समाधान"
                ),
            ],
            DataAnnex = new LocalizedText(
                "số liệu từ năm 2021 đến hết tháng 9/2024, ước đến hết năm 2024 và năm 2025",
                "actual figures from 2021 to the end of September 2024, estimates to the end of 2024 and for 2025",
                "2021 से सितंबर 2024 तक के वास्तविक आँकड़े; 2024 और 2025 के अनुमान"
            ),
            Formats = [FileFormat.Docx, FileFormat.Pdf, FileFormat.Doc],
            MaxBytes = 64 * 1024 * 1024,
            OwedBy = bodies,
            After = [],
            OpensAtLatest = Sample.At("2024-09-21T00:00:00+07:00"),
            Due = Sample.Limit(due),
            Closes = Sample.Limit("2024-10-01T00:00:00+07:00"),
            Reminders = [],
        };

    private static Body Body(string code, string vi, string kind) =>
        new(
            code,
            new LocalizedText(vi, vi.Replace("Quận ủy", "District", StringComparison.Ordinal), vi),
            kind,
            null,
            [Sample.Person($"{code}-1", $"Văn phòng {vi}", $"Office of {vi}", $"कार्यालय, {vi}")]
        );
}
