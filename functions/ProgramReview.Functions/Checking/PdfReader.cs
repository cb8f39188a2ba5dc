using System.Buffers;
using System.Globalization;
using System.Text;

namespace ProgramReview.Functions.Checking;

/// <summary>
/// Reads objects of a PDF (ISO 32000-2, 7.3) from some of its bytes: dictionaries as dictionaries, arrays as lists, strings as bytes,
/// whole numbers as numbers, references as <see cref="PdfReference"/>, names and all else as text.
/// </summary>
internal ref struct PdfReader(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 32;
    private const int MaxName = 512;
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    /// <summary>The next object, if it is a dictionary.</summary>
    /// <exception cref="InvalidDataException">It breaks off or makes no sense.</exception>
    public Dictionary<string, object>? ReadDictionary() => Read(0) as Dictionary<string, object>;

    /// <summary>The next object.</summary>
    /// <exception cref="InvalidDataException">It breaks off or makes no sense.</exception>
    public object Read() => Read(0);

    private object Read(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException("Too deep.");
        }
        SkipBlanks();
        switch ((char)Peek(), at + 1 < bytes.Length ? (char)bytes[at + 1] : ' ')
        {
            case ('<', '<'):
                at += 2;
                return Dictionary(depth);
            case ('<', _):
                at++;
                return Hexadecimal();
            case ('(', _):
                at++;
                return Literal();
            case ('[', _):
                at++;
                return Array(depth);
            case ('/', _):
                at++;
                return Name();
            default:
                return NumberOrWord();
        }
    }

    private Dictionary<string, object> Dictionary(int depth)
    {
        var found = new Dictionary<string, object>();
        while (true)
        {
            SkipBlanks();
            if (Peek() == '>')
            {
                at += 2;
                return found;
            }
            if (Peek() != '/')
            {
                throw new InvalidDataException("A key is no name.");
            }
            at++;
            found[Name()] = Read(depth + 1);
        }
    }

    private List<object> Array(int depth)
    {
        var found = new List<object>();
        while (true)
        {
            SkipBlanks();
            if (Peek() == ']')
            {
                at++;
                return found;
            }
            found.Add(Read(depth + 1));
        }
    }

    private object NumberOrWord()
    {
        var word = Word();
        if (word.Length == 0)
        {
            throw new InvalidDataException("Neither a number nor a word.");
        }
        if (!long.TryParse(word, NumberStyles.AllowLeadingSign, null, out var number))
        {
            return word;
        }
        var behind = at;
        SkipBlanks();
        var generation = Word();
        SkipBlanks();
        if (generation.Length > 0 && generation.All(char.IsAsciiDigit) && Word() == "R")
        {
            return new PdfReference(number, generation);
        }
        at = behind;
        return number;
    }

    private string Name()
    {
        var name = Word();
        if (name.Length > MaxName)
        {
            throw new InvalidDataException("A name is too long.");
        }
        for (var hash = name.IndexOf('#'); hash >= 0; hash = name.IndexOf('#', hash + 1))
        {
            if (
                hash + 2 < name.Length
                && byte.TryParse(name.AsSpan(hash + 1, 2), NumberStyles.HexNumber, null, out var c)
            )
            {
                name = $"{name[..hash]}{(char)c}{name[(hash + 3)..]}";
            }
        }
        return name;
    }

    private string Word()
    {
        var rest = bytes[at..];
        var length = rest.IndexOfAny(Delimiters);
        var word = length < 0 ? rest : rest[..length];
        at += word.Length;
        return Encoding.Latin1.GetString(word);
    }

    private byte[] Hexadecimal()
    {
        var digits = new StringBuilder();
        for (; Peek() != '>'; at++)
        {
            if (char.IsAsciiHexDigit((char)bytes[at]))
            {
                digits.Append((char)bytes[at]);
            }
        }
        at++;
        return Convert.FromHexString(digits.Append('0', digits.Length % 2).ToString());
    }

    private byte[] Literal()
    {
        var found = new List<byte>();
        for (var depth = 1; ; at++)
        {
            var c = Peek();
            depth += c switch
            {
                (byte)'(' => 1,
                (byte)')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                at++;
                return [.. found];
            }
            if (c == '\\')
            {
                at++;
                Escaped(found);
            }
            else
            {
                found.Add(c);
            }
        }
    }

    private void Escaped(List<byte> found)
    {
        var c = Peek();
        switch ((char)c)
        {
            case 'n':
                found.Add((byte)'\n');
                break;
            case 'r':
                found.Add((byte)'\r');
                break;
            case 't':
                found.Add((byte)'\t');
                break;
            case 'b':
                found.Add((byte)'\b');
                break;
            case 'f':
                found.Add((byte)'\f');
                break;
            case '\n':
                break;
            case '\r':
                at += at + 1 < bytes.Length && bytes[at + 1] == '\n' ? 1 : 0;
                break;
            case >= '0' and <= '7':
                var value = 0;
                var end = Math.Min(at + 3, bytes.Length);
                for (; at < end && bytes[at] is >= (byte)'0' and <= (byte)'7'; at++)
                {
                    value = value * 8 + bytes[at] - '0';
                }
                at--;
                found.Add((byte)value);
                break;
            default:
                found.Add(c);
                break;
        }
    }

    private void SkipBlanks()
    {
        for (; at < bytes.Length; at++)
        {
            if (bytes[at] == '%')
            {
                var line = bytes[at..].IndexOfAny((byte)'\n', (byte)'\r');
                at = line < 0 ? bytes.Length - 1 : at + line;
            }
            else if (bytes[at] is not (0 or 9 or 10 or 12 or 13 or 32))
            {
                return;
            }
        }
    }

    private readonly byte Peek() =>
        at < bytes.Length ? bytes[at] : throw new InvalidDataException("It breaks off.");

    private static readonly SearchValues<byte> Delimiters = SearchValues.Create(
        "\0\t\n\f\r ()<>[]{}/%"u8
    );
}
