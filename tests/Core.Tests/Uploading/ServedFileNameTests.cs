using ProgramReview.Core.Planning;
using ProgramReview.Core.Uploading;
using Xunit;

namespace ProgramReview.Core.Tests.Uploading;

public sealed class ServedFileNameTests
{
    [Theory]
    [InlineData("Bao cao.exe", FileFormat.Pdf, "Bao cao.pdf")]
    [InlineData("Báo cáo.docx", FileFormat.Docx, "Báo cáo.docx")]
    [InlineData("Báo cáo.DOCX", FileFormat.Docx, "Báo cáo.DOCX")]
    [InlineData("Báo cáo.doc", FileFormat.Docx, "Báo cáo.docx")]
    [InlineData("Báo cáo.pdf.exe", FileFormat.Xlsx, "Báo cáo.pdf.xlsx")]
    [InlineData("Báo cáo", FileFormat.Xls, "Báo cáo.xls")]
    [InlineData("Báo cáo 9.2024", FileFormat.Doc, "Báo cáo 9.2024.doc")]
    [InlineData("12. Báo cáo", FileFormat.Pdf, "12. Báo cáo.pdf")]
    [InlineData(".exe", FileFormat.Pdf, ".exe.pdf")]
    [InlineData("Báo cáo.docx", null, "Báo cáo.docx.bin")]
    [InlineData("Bao cao.exe", null, "Bao cao.exe.bin")]
    public void The_extension_follows_the_content(string sent, FileFormat? format, string served) =>
        Assert.Equal(served, ServedFileName.Of(sent, format));
}
