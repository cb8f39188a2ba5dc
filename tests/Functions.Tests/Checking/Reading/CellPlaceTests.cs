using ProgramReview.Functions.Checking.Reading.Sheets;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

public sealed class CellPlaceTests
{
    [Fact]
    public void A_range_is_read() =>
        Assert.Equal(new CellRange(1, 2, 30, 3), CellPlace.Range("B1:C30"));

    [Fact]
    public void What_is_too_long_to_be_a_range_is_not_taken_apart()
    {
        var written = new string(':', 1_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Null(CellPlace.Range(written));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
    }
}
