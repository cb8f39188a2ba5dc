using ProgramReview.Core.Checking.Reading;
using ProgramReview.Core.Planning;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>The text of a PDF is what stands on its pages, in the order in which people read.</summary>
public sealed class PdfTextTests
{
    private const string Picture =
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\nx\nendstream";
    private const string Scan = "q 600 0 0 800 0 0 cm /I Do Q ";

    [Fact]
    public async Task Vietnamese_drawn_from_two_fonts_is_read_whole()
    {
        var facts = await Readers.ReadAsync(
            await File.ReadAllBytesAsync(
                Path.Combine(AppContext.BaseDirectory, "two-fonts.pdf"),
                TestContext.Current.CancellationToken
            ),
            FileFormat.Pdf
        );

        Assert.Null(facts.Fault);
        Assert.Equal(1, facts.Document!.Pages);
        Assert.Equal(
            [
                "BÁO CÁO",
                "Tổng kết thực hiện Chương trình số 01-CTr/TU - Quận Ba Đình (mẫu)",
                "Văn bản mẫu để thử hệ thống; không phải báo cáo thật.",
                "Công tác lãnh đạo, chỉ đạo và tổ chức thực hiện",
                "Quận ủy đã quán triệt Chương trình số 01-CTr/TU đến các tổ chức đảng trực",
            ],
            facts.Document.Lines.Take(5).Select(line => line.Text)
        );
        Assert.Empty(facts.Active);
        Assert.Empty(facts.Document.PicturePages);
        Assert.All(facts.Document.Fonts, font => Assert.DoesNotContain('+', font.Name));
    }

    [Fact]
    public async Task Letters_are_read_by_where_they_stand()
    {
        var lines = await LinesAsync(
            PdfPages.Text(50, 700, "second")
                + PdfPages.Text(50, 720, "first")
                + PdfPages.Text(200, 700.5, "cell")
                + PdfPages.Text(50, 680, "BOLD", "F2")
                + PdfPages.Text(50.3, 680, "BOLD", "F2")
                + PdfPages.Text(260, 660, "middle here")
                + PdfPages.Text(
                    50,
                    640,
                    "a line from one edge to the other, as long as they are in letters, yes"
                )
        );

        Assert.Equal(
            [
                "first",
                "second cell",
                "BOLD",
                "middle here",
                "a line from one edge to the other, as long as they are in letters, yes",
            ],
            lines.Select(line => line.Text)
        );
        Assert.Equal("Helvetica-Bold", lines[2].Font);
        Assert.Equal([false, false, true, false, false], lines.Select(line => line.IsBold));
        Assert.Equal([false, false, true, false, false], lines.Select(line => line.IsCapitals));
        Assert.All(lines, line => Assert.Equal(1, line.Page));
    }

    [Fact]
    public async Task What_the_file_says_that_shapes_stand_for_is_read_in_their_place()
    {
        var lines = await LinesAsync(
            $"/Span << /ActualText <FEFF0915093F> >> BDC {PdfPages.Text(50, 700, "ab")} EMC "
                + PdfPages.Text(64, 700, "x")
                + $"/Span << /ActualText () >> BDC {PdfPages.Text(71, 700, "....")} EMC "
                + $"/P << /MCID 0 >> BDC {PdfPages.Text(90, 700, "y")} EMC EMC {PdfPages.Text(97, 700, "z")}"
        );

        Assert.Equal("किx yz", Assert.Single(lines).Text);
    }

    [Fact]
    public async Task Page_numbers_and_what_all_pages_bear_are_no_text()
    {
        var facts = await ReadAsync([
            .. Enumerable
                .Range(1, 4)
                .Select(page =>
                    PdfPages.Text(50, 780, $"Report {page} of 2025")
                    + PdfPages.Text(50, 600, $"Body {page}")
                    + PdfPages.Text(50, 580, "Contents .......... 3")
                    + PdfPages.Text(300, 20, $"- {page} -")
                ),
        ]);

        Assert.Equal(
            [(1, "Body 1"), (2, "Body 2"), (3, "Body 3"), (4, "Body 4")],
            facts.Document!.Lines.Select(line => (line.Page!.Value, line.Text))
        );
    }

    [Fact]
    public async Task A_scan_is_a_picture_and_what_was_recognised_in_it_is_text()
    {
        var recognised = "3 Tr " + PdfPages.Text(50, 700, "recognised by a program");

        var facts = await Readers.ReadAsync(
            PdfPages.Of(
                [
                    Scan,
                    Scan + PdfPages.Text(300, 20, "2"),
                    Scan + recognised,
                    recognised,
                    "q 60 0 0 80 0 0 cm /I Do Q",
                    PdfPages.Text(50, 700, "typed letters on paper"),
                ],
                more: Picture
            ),
            FileFormat.Pdf
        );

        Assert.Null(facts.Fault);
        Assert.Equal([1, 2], facts.Document!.PicturePages);
        Assert.Equal(
            [(3, "recognised by a program"), (6, "typed letters on paper")],
            facts.Document.Lines.Select(line => (line.Page!.Value, line.Text))
        );
    }

    public static TheoryData<string, string, string, ActiveContentKind[]> Actives =>
        new()
        {
            { "", "", "", [] },
            {
                "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
                "",
                "",
                [ActiveContentKind.JavaScript]
            },
            {
                "/Names << /JavaScript << /Names [(a) 10 0 R] >> >>",
                "",
                "<< /S /JavaScript /JS 10 0 R >>",
                [ActiveContentKind.JavaScript]
            },
            {
                "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.exe) /EF << /F 10 0 R >> >>] >> >>",
                "",
                "<< /Length 0 >>\nstream\n\nendstream",
                [ActiveContentKind.Attachment]
            },
            {
                "",
                "/Annots [ << /Subtype /Link /A << /S /Launch /F (cmd.exe) >> >> ]",
                "",
                [ActiveContentKind.Launch]
            },
            {
                "",
                "/AA << /O 10 0 R >>",
                "<< /S /GoTo /Next << /S /JavaScript /JS (x) >> >>",
                [ActiveContentKind.JavaScript]
            },
            { "", "/Annots [ << /A << /S /URI /URI (http://a.example) >> >> ]", "", [] },
        };

    [Theory]
    [MemberData(nameof(Actives))]
    public async Task What_acts_by_itself_is_named(
        string catalog,
        string page,
        string more,
        ActiveContentKind[] kinds
    )
    {
        var facts = await Readers.ReadAsync(
            PdfPages.Of(["", ""], catalog, page, more.Length == 0 ? [] : [more]),
            FileFormat.Pdf
        );

        Assert.Null(facts.Fault);
        Assert.Equal(kinds, facts.Active.Select(active => active.Kind));
        Assert.False(facts.Document!.IsSigned);
    }

    [Fact]
    public async Task A_signature_is_told()
    {
        var facts = await Readers.ReadAsync(
            PdfPages.Of(
                [""],
                "/AcroForm << /Fields [10 0 R] >>",
                more: "<< /FT /Sig /V << /Type /Sig /Contents <00> >> >>"
            ),
            FileFormat.Pdf
        );

        Assert.True(facts.Document!.IsSigned);
        Assert.Empty(facts.Active);
    }

    private static async Task<IReadOnlyList<DocumentLine>> LinesAsync(string page) =>
        (await ReadAsync([page])).Document!.Lines;

    private static Task<ContentFacts> ReadAsync(IReadOnlyList<string> pages) =>
        Readers.ReadAsync(PdfPages.Of(pages), FileFormat.Pdf);
}
