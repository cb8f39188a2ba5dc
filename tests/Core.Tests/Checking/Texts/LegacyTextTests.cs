using ProgramReview.Core.Checking.Text;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Texts;

public sealed class LegacyTextTests
{
    [Theory]
    [InlineData("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("§¶ng bé thµnh phè Hµ Néi", "Đảng bộ thành phố Hà Nội")]
    public void Tcvn3_is_read_as_it_was_meant(string written, string meant) =>
        Assert.Equal(meant, LegacyText.Decode(written, LegacyEncoding.Tcvn3));

    [Theory]
    [InlineData("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam")]
    [InlineData("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("ÑAÛNG BOÄ THAØNH PHOÁ HAØ NOÄI", "ĐẢNG BỘ THÀNH PHỐ HÀ NỘI")]
    public void Vni_is_read_as_it_was_meant(string written, string meant) =>
        Assert.Equal(meant, LegacyText.Decode(written, LegacyEncoding.Vni));

    [Theory]
    [InlineData(".VnTime", LegacyEncoding.Tcvn3)]
    [InlineData(".VnArialH", LegacyEncoding.Tcvn3)]
    [InlineData("VNI-Times", LegacyEncoding.Vni)]
    [InlineData("Times New Roman", null)]
    [InlineData("Vni", null)]
    [InlineData(null, null)]
    public void A_font_says_what_it_is_for(string? font, object? encoding) =>
        Assert.Equal(encoding, LegacyText.OfFont(font));

    [Theory]
    [InlineData("Đảng bộ thành phố Hà Nội lãnh đạo thực hiện nhiệm vụ chính trị năm học mới", null)]
    [InlineData(
        "§¶ng bé thµnh phè Hµ Néi l·nh ®¹o thùc hiÖn nhiÖm vô chÝnh trÞ n¨m häc míi",
        LegacyEncoding.Tcvn3
    )]
    [InlineData(
        "Ñaûng boä thaønh phoá Haø Noäi laõnh ñaïo thöïc hieän nhieäm vuï chính trò naêm hoïc môùi",
        LegacyEncoding.Vni
    )]
    [InlineData(
        "Les élèves étaient très fatigués après l'été, où même les fêtes à Noël ont été gâchées par la fièvre déjà évoquée",
        null
    )]
    [InlineData(
        "Für die Prüfung müssen größere Flächen über mehrere Jahre geprüft, bestätigt und später verändert worden sein, erklärte Löhr",
        null
    )]
    [InlineData("Nothing here is written in any old way at all, so nobody has to convert it", null)]
    public void Without_fonts_the_syllables_say_it(string text, object? encoding) =>
        Assert.Equal(encoding, LegacyText.OfTexts([text]));

    [Fact]
    public void Unicode_stays_as_it_is_whatever_its_font() =>
        Assert.Equal("Đảng bộ", LegacyText.Decode("Đảng bộ", LegacyEncoding.Tcvn3));
}
