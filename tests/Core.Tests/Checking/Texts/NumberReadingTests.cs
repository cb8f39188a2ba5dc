using System.Globalization;
using ProgramReview.Core.Checking.Text;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Texts;

public sealed class NumberReadingTests
{
    [Theory]
    [InlineData("1234", "1234")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12,34,567", "1234567")]
    [InlineData("10 027", "10027")]
    [InlineData("10\u00A0027,5", "10027.5")]
    [InlineData("97,5%", "97.5")]
    [InlineData("97.25 %", "97.25")]
    [InlineData("0,234", "0.234")]
    [InlineData("1234,567", "1234.567")]
    [InlineData("-12", "-12")]
    [InlineData("\u221212", "-12")]
    [InlineData("१२३४", "1234")]
    [InlineData("120 người", "120")]
    [InlineData(" 15 ", "15")]
    [InlineData("+12,5", "12.5")]
    [InlineData("97,5 phần trăm", "97.5")]
    [InlineData("97,5 प्रतिशत", "97.5")]
    [InlineData("999999999999999", "999999999999999")]
    public void What_can_be_read_in_one_way_is_a_number(string text, string number)
    {
        var read = NumberReading.Read(text, "%", "người");

        Assert.Equal(WrittenKind.Number, read.Kind);
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), read.Value);
    }

    [Theory]
    [InlineData("phần trăm")]
    [InlineData("per cent")]
    [InlineData("प्रतिशत")]
    public void A_share_of_hundred_is_the_same_unit_in_words_and_as_a_sign(string unit) =>
        Assert.Equal(
            new WrittenNumber(WrittenKind.Number, 97.5m),
            NumberReading.Read("97,5%", unit)
        );

    [Theory]
    [InlineData("1.234", 1234, "1.234")]
    [InlineData("12,500", 12500, "12.5")]
    public void One_separator_before_three_digits_says_nothing(
        string text,
        int thousands,
        string decimals
    ) =>
        Assert.Equal(
            new WrittenNumber(
                WrittenKind.Ambiguous,
                thousands,
                decimal.Parse(decimals, CultureInfo.InvariantCulture)
            ),
            NumberReading.Read(text)
        );

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("...")]
    [InlineData("x")]
    [InlineData("chưa có số liệu")]
    [InlineData("Không có số liệu")]
    [InlineData("n/a")]
    [InlineData("उपलब्ध नहीं")]
    public void Known_words_say_that_there_is_none(string text) =>
        Assert.Equal(WrittenKind.Missing, NumberReading.Read(text).Kind);

    [Theory]
    [InlineData("~1200")]
    [InlineData("trên 10.000")]
    [InlineData("12/15")]
    [InlineData("3-5")]
    [InlineData("1.2.3")]
    [InlineData("1,2.3,4")]
    [InlineData("12 345 67")]
    [InlineData("120 xe")]
    [InlineData("tốt")]
    [InlineData("99999999999999999999999999999999999")]
    [InlineData("1e5")]
    [InlineData("1000000000000000")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("+-5")]
    public void Anything_else_is_no_number(string text) =>
        Assert.Equal(WrittenKind.Words, NumberReading.Read(text, "người").Kind);

    [Theory]
    [InlineData("1234 (sơ bộ)")]
    [InlineData("1234 [preliminary]")]
    [InlineData("1234 (प्रारंभिक)")]
    public void A_number_may_say_that_it_is_preliminary(string text) =>
        Assert.Equal(
            new WrittenNumber(WrittenKind.Number, 1234, IsPreliminary: true),
            NumberReading.Read(text)
        );
}
