using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ProgramReview.Core.Planning;

/// <summary>
/// How many of a group it takes: a number, or a share of all its members, rounded up, so that two thirds of five are four. Written <c>3</c> or <c>2/3</c>.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed partial record Threshold
{
    private Threshold(int number, int? parts) => (Number, Parts) = (number, parts);

    /// <summary>The number itself, or how many parts.</summary>
    public int Number { get; }

    /// <summary>Of how many parts a whole has; null for a number.</summary>
    public int? Parts { get; }

    /// <summary>So many, however large the group is.</summary>
    public static implicit operator Threshold(int number) => FromInt32(number);

    /// <summary>So many, however large the group is.</summary>
    public static Threshold FromInt32(int number) => new(number, null);

    /// <summary>A share of the group.</summary>
    /// <param name="number">How many parts.</param>
    /// <param name="parts">Of how many; at least 1.</param>
    public static Threshold Share(int number, int parts) => new(number, parts);

    /// <summary>What was written, or null if it is neither a number nor a share.</summary>
    public static Threshold? TryParse(string text) =>
        Form.Match(text) is not { Success: true } match ? null
        : match.Groups[2] is { Success: true } parts ? Share(Read(match.Groups[1]), Read(parts))
        : Read(match.Groups[1]);

    /// <summary>How many of a group it takes; never fewer than one, so that nothing is decided by nobody.</summary>
    /// <param name="members">The size of the group.</param>
    public int Of(int members) =>
        Parts is { } parts ? Math.Max(1, ((Number * members) + parts - 1) / parts) : Number;

    /// <inheritdoc/>
    public override string ToString() =>
        Parts is { } parts
            ? string.Create(CultureInfo.InvariantCulture, $"{Number}/{parts}")
            : Number.ToString(CultureInfo.InvariantCulture);

    private static int Read(Group digits) =>
        int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,6})(?:/([1-9][0-9]{0,3}))?\z")]
    private static partial Regex Form { get; }

    private sealed class Converter : JsonConverter<Threshold>
    {
        public override Threshold Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            reader.TokenType == JsonTokenType.Number
                ? reader.GetInt32()
                : TryParse(reader.GetString() ?? "")
                    ?? throw new JsonException("Neither a number nor a share.");

        public override void Write(
            Utf8JsonWriter writer,
            Threshold value,
            JsonSerializerOptions options
        )
        {
            if (value.Parts is null)
            {
                writer.WriteNumberValue(value.Number);
            }
            else
            {
                writer.WriteStringValue(value.ToString());
            }
        }
    }
}
