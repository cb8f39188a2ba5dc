using System.Globalization;
using System.Text;
using ProgramReview.Functions.Checking.Reading;
using ProgramReview.Functions.Checking.Reading.Pdf;
using Xunit;

namespace ProgramReview.Functions.Tests.Checking.Reading;

/// <summary>References that lead to references are followed so far and no further, in whatever order they are written.</summary>
public sealed class PdfChainsTests
{
    private readonly PdfChains chains = new(new ReadingBudget(new(), CancellationToken.None));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_long_chain_is_refused_written_forwards_or_backwards(int step)
    {
        var file = Encoding.Latin1.GetBytes(
            string.Concat(
                Enumerable
                    .Range(1, 100_000)
                    .Select(i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{i} 0 obj\n{i + step} 0 R\nendobj\n"
                        )
                    )
            )
        );

        Assert.Throws<InvalidDataException>(() => chains.Look(file));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_chain_that_goes_on_from_one_packed_stream_to_the_next_is_one(int step) =>
        Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var i in Enumerable.Range(1, 100))
            {
                var head = string.Create(CultureInfo.InvariantCulture, $"{i} 0 ");
                chains.LookInStream(
                    Encoding.Latin1.GetBytes(
                        string.Create(CultureInfo.InvariantCulture, $"{head}{i + step} 0 R")
                    ),
                    head.Length
                );
            }
        });

    [Fact]
    public void Many_that_lead_to_one_are_no_chain()
    {
        var file = Encoding.Latin1.GetBytes(
            string.Concat(
                Enumerable
                    .Range(2, 1_000)
                    .Select(i =>
                        string.Create(CultureInfo.InvariantCulture, $"{i} 0 obj\n1 0 R\nendobj\n")
                    )
            )
        );

        Assert.Null(Record.Exception(() => chains.Look(file)));
    }
}
