using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProgramReview.Functions.Checking.Reading.Pdf;

/// <summary>
/// Finds objects of a PDF that are nothing but a reference to another one, and refuses those that come back to themselves: the library follows them until
/// the stack is full, which ends the process and not the reading.
/// </summary>
internal sealed class PdfChains(ReadingBudget budget)
{
    // Writers need none.
    private const int Longest = 32;
    private const int MostBytes = 1024;
    private static readonly SearchValues<byte> Blanks = SearchValues.Create(" \t\r\n\f\0"u8);
    private readonly Dictionary<long, HashSet<long>> sources = [];

    // How many references are followed from each; packed streams may still lengthen it.
    private readonly Dictionary<long, int> heights = [];

    /// <summary>Looks through a whole file; every object that was ever written under a number counts.</summary>
    public void Look(ReadOnlySpan<byte> file)
    {
        for (
            var at = 0;
            file[at..].IndexOf("obj"u8) is >= 0 and var next;
            at += next + "obj".Length
        )
        {
            budget.Step();
            var place = at + next;
            // Each object also ends with the word.
            if (
                !file[..place].EndsWith("end"u8)
                && Target(file[(place + "obj".Length)..]) is { } target
            )
            {
                Add(NumberBefore(file[..place]), target);
            }
        }
    }

    /// <summary>Looks through the objects of a packed stream: pairs of number and place, then the objects.</summary>
    public void LookInStream(ReadOnlySpan<byte> stream, int first)
    {
        var head = stream[..Math.Clamp(first, 0, stream.Length)];
        while (TryNumber(ref head, out var number) && TryNumber(ref head, out var place))
        {
            budget.Step();
            if (place >= 0 && first + place < stream.Length)
            {
                if (Target(stream[(int)(first + place)..]) is { } target)
                {
                    Add(number, target);
                }
            }
        }
    }

    private void Add(long number, long target)
    {
        sources.TryAdd(target, []);
        if (sources[target].Add(number))
        {
            Raise(number, heights.GetValueOrDefault(target) + 1);
        }
    }

    private static long? Target(ReadOnlySpan<byte> content)
    {
        content = content[..Math.Min(content.Length, MostBytes)];
        var blanks = content.IndexOfAnyExcept(Blanks);
        // Anything else is no reference, and need not be read.
        if (
            blanks < 0
            || content[blanks] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'[' or (byte)'%')
        )
        {
            return null;
        }
        try
        {
            var read = new PdfReader(content).Read();
            while (read is List<object> { Count: 1 } list)
            {
                read = list[0];
            }
            return (read as PdfReference)?.Number;
        }
        catch (InvalidDataException)
        {
            // A long list breaks off here, and is no link.
            return null;
        }
    }

    // What leads to an object leads further than it; a circle rises until it is refused.
    private void Raise(long number, int height)
    {
        budget.Step();
        if (heights.GetValueOrDefault(number) >= height)
        {
            return;
        }
        if (height > Longest)
        {
            throw new InvalidDataException("An object leads to itself, or too far.");
        }
        heights[number] = height;
        foreach (var source in sources.GetValueOrDefault(number) ?? [])
        {
            Raise(source, height + 1);
        }
    }

    // The number and generation that stand before the word.
    private static long NumberBefore(ReadOnlySpan<byte> before)
    {
        before = before[^Math.Min(before.Length, 40)..];
        var words = Encoding
            .Latin1.GetString(before)
            .Split([' ', '\t', '\r', '\n', '\f', '\0'], StringSplitOptions.RemoveEmptyEntries);
        return
            words.Length >= 2
            && long.TryParse(
                words[^2],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? number
            : -1;
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> text, out long number)
    {
        var start = text.IndexOfAnyInRange((byte)'0', (byte)'9');
        text = start < 0 ? [] : text[start..];
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = length < 0 ? text : text[..length];
        text = text[digits.Length..];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
