using System.Globalization;
using System.Text.RegularExpressions;
using ProgramReview.Core.Planning;

namespace ProgramReview.Functions.Planning.Reading;

/// <summary>Reads numbers, sizes, dates and words of a fixed set.</summary>
internal static partial class Scalars
{
    public static int? Number(YamlValue value, string path, FaultLog log)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        log.Add(value, path, $"'{text}' is not a whole number", "Write a number such as 3");
        return null;
    }

    /// <summary>A number of people, or a share of all.</summary>
    public static Threshold? Threshold(YamlValue value, string path, FaultLog log)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        if (Core.Planning.Threshold.TryParse(text) is { } threshold)
        {
            return threshold;
        }

        log.Add(
            value,
            path,
            $"'{text}' is neither a number nor a share",
            "Write a number such as 3, or a share such as 2/3"
        );
        return null;
    }

    /// <summary>A number with or without decimals; zeros at its end say nothing and are dropped.</summary>
    public static decimal? Decimal(YamlValue value, string path, FaultLog log)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        if (
            decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return decimal.Parse(
                number.ToString("0.############################", CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture
            );
        }

        log.Add(
            value,
            path,
            $"'{text}' is not a number",
            "Write digits with a point before the decimals, and nothing between thousands: 10000 or 43.9"
        );
        return null;
    }

    public static bool? Truth(YamlValue value, string path, FaultLog log)
    {
        switch (Texts.Line(value, path, log))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            case var text:
                log.Add(value, path, $"'{text}' is neither true nor false", "Write true or false");
                return null;
        }
    }

    public static long? Size(YamlValue value, string path, FaultLog log)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        if (SizeForm.Match(text) is { Success: true } match)
        {
            var unit = match.Groups[2].Value switch
            {
                "MiB" => 1024 * 1024,
                "KiB" => 1024,
                _ => 1,
            };
            return unit * long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }

        log.Add(
            value,
            path,
            $"'{text}' is not a size",
            "Write a number and its unit: 20 MiB, 500 KiB or 4096 B"
        );
        return null;
    }

    public static DateOnly? Date(YamlValue value, string path, FaultLog log)
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                default,
                out var date
            )
        )
        {
            return date;
        }

        log.Add(value, path, $"'{text}' is not a day", "Write year, month and day: 2021-03-17");
        return null;
    }

    public static Language? Language(YamlValue value, string path, FaultLog log) =>
        Word<Language>(value, path, log, "a language of the product");

    /// <summary>The accepted formats under the key <c>formats</c>.</summary>
    public static IReadOnlyList<FileFormat> Formats(Fields fields, bool required) =>
        [
            .. fields
                .Items(
                    "formats",
                    required,
                    (value, path) =>
                        Boxed.Of(
                            Word<FileFormat>(
                                value,
                                path,
                                fields.Log,
                                "a format that can be checked"
                            )
                        )
                )
                .Select(format => format.Value),
        ];

    /// <summary>A word that names one of a fixed set.</summary>
    public static T? Word<T>(YamlValue value, string path, FaultLog log, string what)
        where T : struct, Enum
    {
        if (Texts.Line(value, path, log) is not { } text)
        {
            return null;
        }

        foreach (var candidate in Enum.GetValues<T>())
        {
            if (candidate.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }
        }

        var known = string.Join(
            ", ",
            Enum.GetNames<T>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])
        );
        log.Add(value, path, $"'{text}' is not {what}", $"Write one of {known}");
        return null;
    }

    [GeneratedRegex(@"^([0-9]{1,12}) ?(B|KiB|MiB)\z")]
    private static partial Regex SizeForm { get; }
}
