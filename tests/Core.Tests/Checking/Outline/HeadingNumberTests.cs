using ProgramReview.Core.Checking.Outline;
using Xunit;

namespace ProgramReview.Core.Tests.Checking.Outline;

public sealed class HeadingNumberTests
{
    [Theory]
    [InlineData("I- KẾT QUẢ", 3, "I-", "KẾT QUẢ")]
    [InlineData("I-KẾT QUẢ", 3, "I-", "KẾT QUẢ")]
    [InlineData("II. Kết quả", 3, "II.", "Kết quả")]
    [InlineData("PHẦN I", 1, "PHẦN I", "")]
    [InlineData("Phần thứ nhất: Tình hình", 1, "Phần thứ nhất", "Tình hình")]
    [InlineData("Chương II. Nội dung", 2, "Chương II", "Nội dung")]
    [InlineData("Part IV Results", 1, "Part IV", "Results")]
    [InlineData("भाग I", 1, "भाग I", "")]
    [InlineData("A. Chung", 4, "A.", "Chung")]
    [InlineData("C. Chung", 4, "C.", "Chung")]
    [InlineData("1. Mục tiêu", 5, "1.", "Mục tiêu")]
    [InlineData("1- Mục tiêu", 5, "1-", "Mục tiêu")]
    [InlineData("1.2. Chỉ tiêu", 6, "1.2.", "Chỉ tiêu")]
    [InlineData("1.2.3 Chỉ tiêu", 7, "1.2.3", "Chỉ tiêu")]
    public void Numbers_of_every_kind_are_known(
        string line,
        int depth,
        string number,
        string rest
    ) => Assert.Equal(new HeadingNumber(depth, number, rest), HeadingNumber.Of(line));

    [Theory]
    [InlineData("Phần lớn các đơn vị")]
    [InlineData("Mục tiêu chung")]
    [InlineData("I think so")]
    [InlineData("2024 là năm cuối")]
    [InlineData("10.027 đảng viên")]
    [InlineData("Bài học kinh nghiệm")]
    [InlineData("part of it")]
    [InlineData("")]
    public void Other_lines_have_none(string line) => Assert.Null(HeadingNumber.Of(line));
}
