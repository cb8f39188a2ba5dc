using ProgramReview.Core.Checking;
using Xunit;
using static ProgramReview.Core.Tests.Given;

namespace ProgramReview.Core.Tests.Checking;

public sealed class StoredFileRulesTests
{
    [Theory]
    [InlineData(0, true, null)]
    [InlineData(20_000_000, true, null)]
    [InlineData(20_000_001, true, "file-too-large 20000001 20000000")]
    [InlineData(1L << 40, true, "file-too-large 1099511627776 20000000")]
    [InlineData(1, false, "file-unreadable")]
    [InlineData(1L << 40, false, "file-unreadable")]
    public void What_cannot_be_read_or_is_too_much_is_not_read(
        long size,
        bool isReadable,
        string? expected
    )
    {
        var why = StoredFileRules.Refuse(ReportType("district"), size, isReadable);

        Assert.Equal(expected, why is null ? null : string.Join(' ', [why.Code, .. why.Arguments]));
    }
}
