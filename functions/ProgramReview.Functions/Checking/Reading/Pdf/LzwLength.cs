namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>Counts what a stream packed by LZW unpacks to (ISO 32000-2, 7.4.4), without unpacking it.</summary>
internal static class LzwLength
{
    private const int Clear = 256;
    private const int End = 257;
    private const int Codes = 4096;

    /// <summary>The number of bytes; more than it is where the writer changed the width of codes late.</summary>
    public static long Of(ReadOnlySpan<byte> packed, ReadingBudget budget)
    {
        var lengths = new int[Codes];
        Array.Fill(lengths, 1, 0, Clear);
        var (next, width, before, total) = (End + 1, 9, 0, 0L);
        for (long bit = 0; bit + width <= packed.Length * 8L; )
        {
            var code = 0;
            for (var i = 0; i < width; i++, bit++)
            {
                code = code << 1 | packed[(int)(bit >> 3)] >> (int)(7 - (bit & 7)) & 1;
            }
            budget.Step();
            if (code == End)
            {
                break;
            }
            if (code == Clear)
            {
                (next, width, before) = (End + 1, 9, 0);
                continue;
            }
            var length = code < next ? lengths[code] : before + 1;
            total += length;
            if (before > 0 && next < Codes)
            {
                lengths[next++] = before + 1;
            }
            before = length;
            width = next switch
            {
                >= 2047 => 12,
                >= 1023 => 11,
                >= 511 => 10,
                _ => 9,
            };
        }
        return total;
    }
}
