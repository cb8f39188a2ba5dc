using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Forms;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Tests.Checking.Planted;

/// <summary>A report as people write it, each in a way of its own that comes from its seed: without a fault until one is planted.</summary>
internal sealed class WrittenReport
{
    private readonly Random random;

    public WrittenReport(Language language, int seed)
    {
        random = new Random(seed);
        Language = language;
        IsForm = random.Next(4) == 0;
        IsPdf = !IsForm && random.Next(3) == 0;
        Numbering = IsForm ? 0 : random.Next(5);
        Look = random.Next(4);
        Number = Words("Số 123-BC/QU", "No. 123-BC/QU", "सं. 123-BC/QU");
        Day = Words(
            "Ba Đình, ngày 10 tháng 9 năm 2024",
            "Ba Dinh, 10 September 2024",
            "बा दीन्ह, 10 सितंबर 2024"
        );
        Issuer = PlantedPlan.Lookup.Body("ba-dinh").Name.In(language);
        Sections =
        [
            .. PlantedPlan.Report.Outline.Select(section => new WrittenSection(
                section.Code!,
                Title(section),
                [.. Body(random.Next(3, 7))]
            )),
        ];
    }

    public Language Language { get; }

    public bool IsForm { get; }

    public bool IsPdf { get; }

    /// <summary>0: I-, 1: I., 2: Part I with the title below, 3: 1., 4: none.</summary>
    public int Numbering { get; set; }

    /// <summary>0: an outline level, 1: bold capitals, 2: bold in the middle, 3: bold.</summary>
    public int Look { get; }

    public string? Number { get; set; }

    public string? Day { get; set; }

    public string Issuer { get; set; }

    public string Programme { get; set; } = "01-CTr/TU";

    public List<WrittenSection> Sections { get; set; }

    /// <summary>What makes other text of every line.</summary>
    public Func<string, string> Encode { get; set; } = text => text;

    public string? Font { get; set; }

    public string Words(string vi, string en, string hi) =>
        new LocalizedText(vi, en, hi).In(Language);

    public IEnumerable<string> Body(int sentences) =>
        Enumerable.Range(0, sentences).Select(_ => Pick(Language) + " " + Pick(Language));

    public DocumentFacts Facts()
    {
        var lines = new List<DocumentLine>();
        void Add(string text, Func<DocumentLine, DocumentLine>? look = null)
        {
            var line = new DocumentLine(Encode(Spelt(text))) { Font = Font };
            lines.Add(look is null ? line : look(line));
        }

        Add(
            Words("Thành ủy Hà Nội", "Hanoi Party Committee", "हनोई पार्टी समिति"),
            line => line with { InTable = IsForm }
        );
        Add(Issuer.ToUpperInvariant(), line => line with { InTable = IsForm, IsBold = true });
        Add(
            Number ?? Words("Số …-BC/QU", "No. …-BC/QU", "सं. …-BC/QU"),
            line => line with { InTable = IsForm, IsHint = Number is null && IsForm }
        );
        Add(
            Day ?? Words("ngày … tháng … năm …", "day … month … year …", "दिनांक … माह … वर्ष …"),
            line => line with { InTable = IsForm, IsHint = Day is null && IsForm }
        );
        Add(Words("BÁO CÁO", "REPORT", "रिपोर्ट"), Heading);
        Add(
            Words(
                $"Tổng kết Chương trình số {Programme} của Thành ủy",
                $"Final review of Programme No. {Programme}",
                $"कार्यक्रम संख्या {Programme} की समापन समीक्षा"
            ),
            line => line with { IsBold = true, IsCentred = true }
        );
        if (!IsForm && random.Next(3) == 0)
        {
            foreach (var (i, section) in Sections.Index())
            {
                Add($"{Roman.Of(i + 1)}. {section.Title} {new string('.', 30)} {i + 1}");
            }
        }
        foreach (var (i, section) in Sections.Index())
        {
            AddHeading(section, i + 1);
            var hasParts = random.Next(2) == 0 && section.Body.Count > 1;
            foreach (var (j, text) in section.Body.Index())
            {
                if (hasParts && j < 2)
                {
                    Add(
                        $"{(Numbering == 3 ? $"{i + 1}.{j + 1}" : $"{j + 1}")}. {Words($"Nội dung thứ {j + 1} trong năm", $"Point {j + 1} of the year", $"वर्ष का बिंदु {j + 1}")}",
                        line => line with { IsBold = Numbering != 3 }
                    );
                }
                foreach (var piece in IsPdf ? Wrapped(text) : [text])
                {
                    Add(piece);
                }
            }
        }
        Add(
            Words("Nơi nhận:", "Recipients:", "प्राप्तकर्ता:"),
            line => line with { InTable = true }
        );
        Add(
            Words("- Ban Tổ chức Thành ủy;", "- Organisation Commission;", "- संगठन आयोग;"),
            line => line with { InTable = true }
        );
        return new DocumentFacts
        {
            Lines =
            [
                .. lines.Select(
                    (line, i) =>
                        IsPdf
                            ? line with
                            {
                                Page = 1 + (i / 40),
                                InTable = false,
                            }
                            : line with
                            {
                                Paragraph = i + 1,
                            }
                ),
            ],
            Fonts = Font is null ? [] : [new FontUse(Font, 1000)],
        };

        void AddHeading(WrittenSection section, int number)
        {
            var mark = IsForm && section.KeepsMark ? section.Code : null;
            var title = Look == 1 ? section.Title.ToUpperInvariant() : section.Title;
            var before = Numbering switch
            {
                0 => $"{Roman.Of(number)}- ",
                1 => $"{Roman.Of(number)}. ",
                3 => $"{number}. ",
                _ => "",
            };
            if (Numbering == 2)
            {
                Add(
                    Words(
                        $"Phần {Roman.Of(number)}",
                        $"Part {Roman.Of(number)}",
                        $"भाग {Roman.Of(number)}"
                    ),
                    line => line with { IsBold = true, IsCentred = true }
                );
                Add(
                    section.Title.ToUpperInvariant(),
                    line => line with { IsBold = true, IsCentred = true, IsCapitals = true }
                );
                return;
            }
            Add(before + title, line => Heading(line) with { Section = mark });
        }
    }

    private DocumentLine Heading(DocumentLine line) =>
        Look switch
        {
            0 => line with { Level = 1 },
            1 => line with { IsBold = true, IsCapitals = true },
            2 => line with { IsBold = true, IsCentred = true },
            _ => line with { IsBold = true },
        };

    // Half write hoà for hòa, and some leave spaces that do not break.
    private string Spelt(string text) =>
        Language != Language.Vi
            ? text
            : (text.Length % 2) switch
            {
                0 => text.Replace("hòa", "hoà", StringComparison.Ordinal)
                    .Replace("ủy", "uỷ", StringComparison.Ordinal),
                _ => text.Replace("Tổ chức", "Tổ\u00A0chức", StringComparison.Ordinal),
            };

    private string Title(OutlineSection section)
    {
        var other =
            Language == Language.Vi && !IsForm
                ? section.Synonyms!.Where(name => name.Length > 9).ToList()
                : [];
        return other.Count > 0 && random.Next(3) == 0 ? other[0] : section.Title.In(Language);
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > 80)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }

    private string Pick(Language language)
    {
        var texts = Sentences[(int)language];
        return texts[random.Next(texts.Length)];
    }

    private static readonly string[][] Sentences =
    [
        [
            "Ban Thường vụ Quận ủy đã ban hành kế hoạch, phân công cụ thể từng đồng chí cấp ủy viên phụ trách.",
            "Công tác tuyên truyền được đẩy mạnh với nhiều hình thức, tạo sự đồng thuận trong cán bộ, đảng viên và Nhân dân.",
            "Việc giải quyết thủ tục hành chính được rút ngắn thời gian, tỷ lệ hài lòng của người dân tăng rõ rệt so với đầu nhiệm kỳ.",
            "Một số nơi triển khai còn chậm, chưa gắn với nhiệm vụ chính trị của địa phương; nguyên nhân chủ yếu do cán bộ kiêm nhiệm.",
            "Trong thời gian tới cần tập trung kiểm tra, giám sát, kịp thời uốn nắn những biểu hiện lệch lạc từ cơ sở.",
        ],
        [
            "The standing board adopted a plan and named a member of the committee for each task in it.",
            "The public was told in many ways, and officers, members and citizens agreed with what was to be done.",
            "Files were settled faster than before, and more people were content with how they were served.",
            "Some places were slow, above all because officers there had several duties at the same time.",
            "Inspection and supervision will be held more often, so that faults are corrected where they arise.",
        ],
        [
            "स्थायी समिति ने योजना बनाई और प्रत्येक कार्य के लिए एक सदस्य को उत्तरदायी बनाया।",
            "लोगों को अनेक तरीकों से जानकारी दी गई और अधिकारियों तथा नागरिकों ने सहमति व्यक्त की।",
            "फ़ाइलें पहले से तेज़ी से निपटाई गईं और अधिक लोग सेवा से संतुष्ट हुए।",
            "कुछ स्थानों पर काम धीमा रहा, क्योंकि वहाँ अधिकारियों के पास एक साथ कई दायित्व थे।",
            "आगे निरीक्षण और पर्यवेक्षण अधिक बार किया जाएगा, ताकि त्रुटियाँ वहीं सुधारी जाएँ जहाँ वे होती हैं।",
        ],
    ];
}
