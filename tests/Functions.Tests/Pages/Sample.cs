using ProgramReview.Core.Deadlines;
using ProgramReview.Core.Events;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;
using ProgramReview.Functions.Web.Pages;

namespace ProgramReview.Pages.Tests;

/// <summary>A small plan of the real shape and a submission, with names that attack the page.</summary>
internal static class Sample
{
    public const string Hostile = "<script>alert('x')</script> \"báo cáo\" & {0} {{.pdf";

    public const string Here = "/u/abc?sort=body&phase=Late";

    public static readonly string Hash = new('a', 60);

    public static readonly DateTimeOffset Now = At("2024-09-12T09:30:00+07:00");

    public static Plan Plan { get; } =
        new()
        {
            Id = "hanoi-01-ctr-tu",
            Version = 1,
            Programme = new Programme(
                "01-CTr/TU",
                new LocalizedText(
                    "Tăng cường công tác xây dựng, chỉnh đốn Đảng; xây dựng Đảng bộ và hệ thống chính trị Thành phố trong sạch, vững mạnh; đẩy mạnh cải cách hành chính giai đoạn 2021–2025",
                    "Strengthening Party building and rectification, building a clean and strong city Party organisation and political system, promoting administrative reform, 2021–2025",
                    "पार्टी निर्माण और सुधार को सुदृढ़ करना तथा प्रशासनिक सुधार को बढ़ावा देना, 2021–2025"
                ),
                new DateOnly(2021, 3, 17),
                new LocalizedText(
                    "Thành ủy Hà Nội",
                    "Hanoi Party Committee",
                    "हनोई नगर पार्टी समिति"
                )
            ),
            TimeZone = "Asia/Ho_Chi_Minh",
            TimeZoneName = new LocalizedText("giờ Hà Nội", "Hanoi time", "हनोई समय"),
            Opens = At("2024-08-01T08:00:00+07:00"),
            Bodies = [.. SampleBodies.All],
            ReportTypes =
            [
                SampleBodies.Type(
                    "district",
                    "Báo cáo tổng kết cấp huyện",
                    "District summary report",
                    "ज़िला समापन रिपोर्ट",
                    [.. SampleBodies.Districts],
                    "2024-09-11T00:00:00+07:00"
                ),
                SampleBodies.Type(
                    "r3",
                    "Báo cáo hoạt động của Ủy ban nhân dân và cơ quan hành chính các cấp",
                    "Management and operation of the People's Committees and administrative agencies at all levels",
                    "जन समितियों का संचालन",
                    ["committee"],
                    "2024-09-21T00:00:00+07:00"
                ),
                SampleBodies.Type(
                    "r4",
                    "Báo cáo cải cách hành chính",
                    "Administrative reform",
                    "प्रशासनिक सुधार",
                    ["committee"],
                    "2024-09-21T00:00:00+07:00"
                ),
                SampleBodies.Type(
                    "r6",
                    "Báo cáo tổng kết Chương trình số 01-CTr/TU",
                    "Consolidated summary report",
                    "समेकित समापन रिपोर्ट",
                    ["organisation"],
                    "2024-10-01T00:00:00+07:00"
                ),
            ],
            ConsolidatedReport = "r6",
            Approval = new ApprovalPlan
            {
                Approvers =
                [
                    .. Enumerable
                        .Range(1, 5)
                        .Select(n =>
                            Person(
                                $"approver-{n}",
                                $"Thành viên Thường trực Ban Chỉ đạo {n}",
                                $"Member {n} of the Standing Board",
                                $"स्थायी मंडल सदस्य {n}"
                            )
                        ),
                ],
                Quorum = 3,
                Rejections = 3,
                Closes = TimeSpan.FromDays(5),
                Reminders = [TimeSpan.FromDays(2)],
                CorrectionDue = TimeSpan.FromDays(2),
                CorrectionCloses = TimeSpan.FromDays(3),
            },
            Operations = Person(
                "operations",
                "Ban Tổ chức Thành ủy – bộ phận thường trực",
                "Organisation Commission, standing agency",
                "संगठन आयोग, स्थायी एजेंसी"
            ),
            OperationsPhone = "024 0000 0000",
        };

    public static PlanLookup Lookup { get; } = new(Plan);

    public static AssignmentId District { get; } = new(Plan.Cycle, "ba-dinh", "district");

    public static AssignmentId Consolidated { get; } = new(Plan.Cycle, "organisation", "r6");

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static Deadline Limit(string text) => Deadline.At(At(text));

    public static PageContext Context(Language language) =>
        new(language, Now, Lookup) { Here = Here };

    public static Person Person(string id, string vi, string en, string hi) =>
        new(id, new LocalizedText(vi, en, hi), $"{id}@hanoi.example", Language.Vi);

    public static Submission Submission(
        TimelinessVerdict verdict = TimelinessVerdict.OnTime,
        TimelinessReason reason = TimelinessReason.BeforeDue,
        string name = "Báo cáo tổng kết quận Ba Đình.docx",
        params Finding[] findings
    ) =>
        new()
        {
            Window = 1,
            Part = "report",
            BlobName = "b",
            ETag = "e",
            FileName = name,
            Size = 1_482_313,
            Sha256 = Convert.ToHexStringLower(
                System.Security.Cryptography.SHA256.HashData(
                    System.Text.Encoding.UTF8.GetBytes(name)
                )
            ),
            Person = "ba-dinh-1",
            Noticed = Now,
            Channel = Channel.Page,
            Judgement = new Judgement(
                verdict,
                reason,
                At("2024-09-09T16:02:11+07:00"),
                Limit("2024-09-11T00:00:00+07:00"),
                Limit("2024-10-01T00:00:00+07:00"),
                1
            ),
            Findings = findings,
        };
}
