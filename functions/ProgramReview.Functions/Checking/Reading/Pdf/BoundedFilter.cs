using System.IO.Compression;
using ProgramReview.Core.Checking.Reading;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>
/// An unpacker that is only let at what it cannot unpack to more than is read. What might be too much for it is first unpacked to nowhere and
/// counted.
/// </summary>
internal sealed class BoundedFilter(IFilter filter, ReadingBudget budget, PdfChains chains)
    : IFilter
{
    // The most that one byte of each packing can become.
    private const int MostOfFlate = 1032;
    private const int MostOfRunLength = 64;
    private const int MostOfAscii = 5;

    /// <inheritdoc/>
    public bool IsSupported =>
        filter
            is FlateFilter
                or LzwFilter
                or RunLengthFilter
                or Ascii85Filter
                or AsciiHexDecodeFilter
        && filter.IsSupported;

    /// <inheritdoc/>
    public Memory<byte> Decode(
        Memory<byte> input,
        DictionaryToken streamDictionary,
        IFilterProvider filterProvider,
        int filterIndex
    )
    {
        var most = filter switch
        {
            FlateFilter => (long)input.Length * MostOfFlate,
            LzwFilter => LzwLength.Of(input.Span, budget),
            RunLengthFilter => (long)input.Length * MostOfRunLength,
            Ascii85Filter or AsciiHexDecodeFilter => (long)input.Length * MostOfAscii,
            _ => throw new NotSupportedException("Pictures are not unpacked."),
        };
        if (most > budget.Limits.Unpacked.One)
        {
            most = filter is FlateFilter ? Count(input) : most;
        }
        if (most > budget.Limits.Unpacked.One)
        {
            throw budget.Stop(ReadingFault.TooLarge);
        }
        var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
        budget.Unpacked(output.Length);
        if (IsObjects(streamDictionary))
        {
            Look(output.Span, streamDictionary);
        }
        return output;
    }

    private static bool IsObjects(DictionaryToken dictionary) =>
        (dictionary.Data.GetValueOrDefault("Type") as NameToken)?.Data == "ObjStm";

    private void Look(ReadOnlySpan<byte> objects, DictionaryToken dictionary)
    {
        try
        {
            chains.LookInStream(
                objects,
                (dictionary.Data.GetValueOrDefault("First") as NumericToken)?.Int ?? 0
            );
        }
        catch (InvalidDataException)
        {
            throw budget.Stop(ReadingFault.Damaged);
        }
    }

    // Its head and its check sum are passed over as the unpacker does; what is broken behind is its affair.
    private long Count(Memory<byte> input)
    {
        const int Head = 2;
        using var packed = new MemoryStream(input[Math.Min(Head, input.Length)..].ToArray());
        using var content = new DeflateStream(packed, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        var length = 0L;
        try
        {
            for (
                int read;
                length <= budget.Limits.Unpacked.One && (read = content.Read(buffer)) > 0;
                length += read
            )
            {
                budget.Look();
            }
        }
        catch (InvalidDataException)
        {
            return length;
        }
        return length;
    }
}
