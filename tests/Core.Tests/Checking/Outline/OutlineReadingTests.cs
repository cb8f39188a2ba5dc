using ProgramReview.Core.Checking.Outline;
using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Outline;

public sealed class OutlineReadingTests
{
    private static readonly IReadOnlyList<OutlineSection> Asked =
    [
        new("Kết quả thực hiện nhiệm vụ", "Results of the tasks", "कार्यों के परिणाम")
        {
            Code = "results",
            Required = true,
            Synonyms = ["Phần I", "I-"],
        },
        new("Hạn chế và nguyên nhân", "Shortcomings and causes", "कमियाँ और कारण")
        {
            Code = "limits",
            Required = true,
        },
        new("Bài học kinh nghiệm", "Lessons learned", "सीखे गए सबक")
        {
            Code = "lessons",
            Required = true,
        },
    ];

    private const string Body = "Nội dung của phần này được viết ở đây.";

    // csharpier-ignore - a table reads by the line
    public static TheoryData<string, string[], string> Documents =>
        new()
        {
            { "capitals with numerals", ["I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Body, "II- HẠN CHẾ VÀ NGUYÊN NHÂN", Body, "III- BÀI HỌC KINH NGHIỆM", Body], "results 29, limits 29, lessons 29" },
            { "in another language", ["1. Results of the tasks", Body, "2. Shortcomings and causes", Body, "3. Lessons learned", Body], "results 29, limits 29, lessons 29" },
            { "a part and its title below", ["PHẦN I", "KẾT QUẢ THỰC HIỆN", "NHIỆM VỤ", Body, "PHẦN II", "HẠN CHẾ VÀ NGUYÊN NHÂN", Body, "PHẦN III", "BÀI HỌC KINH NGHIỆM", Body], "results 29, limits 29, lessons 29" },
            { "by its number alone", ["I- TÌNH HÌNH CHUNG Ở ĐỊA PHƯƠNG", Body, "II- HẠN CHẾ VÀ NGUYÊN NHÂN", Body, "III- BÀI HỌC KINH NGHIỆM", Body], "results 29, limits 29, lessons 29" },
            { "the words go before the number", ["I- BÀI HỌC KINH NGHIỆM", Body, "II- HẠN CHẾ VÀ NGUYÊN NHÂN", Body, "III- KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Body], "results 29, limits 29, lessons 29" },
            { "plain lines that are titles", ["Kết quả thực hiện nhiệm vụ", Body, "Hạn chế và nguyên nhân", Body, "Bài học kinh nghiệm", Body], "results 29, limits 29, lessons 29" },
            { "a contents list before nothing", ["I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ ........... 1", "II- HẠN CHẾ VÀ NGUYÊN NHÂN ........... 2", "III- BÀI HỌC KINH NGHIỆM ........... 3", Body], "results -, limits -, lessons -" },
            { "with parts of its own", ["I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "1. Mục tiêu chung", Body, "2. Nhiệm vụ cụ thể", Body, "II- HẠN CHẾ VÀ NGUYÊN NHÂN", "a) Hạn chế", Body, "III- BÀI HỌC KINH NGHIỆM", Body], "results 58, limits 36, lessons 29" },
            { "a section that nobody asked for between", ["I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Body, "II- HẠN CHẾ VÀ NGUYÊN NHÂN", "III- KIẾN NGHỊ VỚI CẤP TRÊN", Body, "IV- BÀI HỌC KINH NGHIỆM", Body], "results 29, limits 0, lessons 29" },
            { "empty phrases", ["I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ", "...", "II- HẠN CHẾ VÀ NGUYÊN NHÂN", "(Đang cập nhật)", "III- BÀI HỌC KINH NGHIỆM", "Nơi nhận:", "- Như trên;"], "results 0, limits 0, lessons 0" },
            { "another wording", ["I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ", Body, "II- HẠN CHẾ, TỒN TẠI CHỦ YẾU VÀ NGUYÊN NHÂN KHÁCH QUAN", Body, "III- BÀI HỌC KINH NGHIỆM", Body], "results 29, limits 29 doubtful, lessons 29" },
            { "nothing", [], "results -, limits -, lessons -" },
        };

    [Theory, MemberData(nameof(Documents))]
    public void Sections_are_found(string why, string[] lines, string found) =>
        Assert.True(
            Told(Read([.. lines.Select(line => new DocumentLine(line))])) == found,
            $"{why}: {Told(Read([.. lines.Select(line => new DocumentLine(line))]))}"
        );

    [Fact]
    public void The_mark_of_the_form_goes_before_words()
    {
        var reading = Read([
            new DocumentLine("I- Bài học kinh nghiệm") { Section = "results" },
            new DocumentLine(Body),
            new DocumentLine("Viết nội dung phần này tại đây.") { IsHint = true },
        ]);

        Assert.Equal("results 29, limits -, lessons -", Told(reading));
    }

    [Fact]
    public void What_is_missing_comes_with_the_heading_nearest_to_it() =>
        Assert.Equal(
            "Kinh nghiệm quý",
            Read([
                new DocumentLine("II- Kinh nghiệm quý báu của các cơ sở trong cả nhiệm kỳ")
                {
                    IsBold = true,
                },
                new DocumentLine("Kinh nghiệm quý") { IsBold = true, IsCentred = true },
                new DocumentLine("I- HẠN CHẾ VÀ NGUYÊN NHÂN"),
            ])
                .Sections[2]
                .Nearest?.Text
        );

    [Fact]
    public void A_line_is_taken_apart_once_for_all_sections()
    {
        // More lines than words are remembered of, each another.
        IReadOnlyList<DocumentLine> lines =
        [
            .. Enumerable
                .Range(0, 9_000)
                .Select(i => new DocumentLine(
                    $"{i} {string.Concat(Enumerable.Repeat("chữ ", 40))}."
                )),
        ];
        var one = Allocated(lines, [Asked[0]]);

        Assert.InRange(Allocated(lines, [.. Enumerable.Repeat(Asked[0], 10)]), one / 2, one * 5);
    }

    private static long Allocated(
        IReadOnlyList<DocumentLine> lines,
        IReadOnlyList<OutlineSection> asked
    )
    {
        OutlineReading.Of(lines, asked);
        var before = GC.GetAllocatedBytesForCurrentThread();
        OutlineReading.Of(lines, asked);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static OutlineReading Read(IReadOnlyList<DocumentLine> lines) =>
        OutlineReading.Of(lines, Asked);

    private static string Told(OutlineReading reading) =>
        string.Join(
            ", ",
            reading.Sections.Select(section =>
                $"{section.Section.Code} {(section.Heading is null ? "-" : $"{section.Letters}{(section.IsDoubtful ? " doubtful" : "")}")}"
            )
        );
}
