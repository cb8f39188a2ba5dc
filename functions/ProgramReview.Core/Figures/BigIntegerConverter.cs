using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Figures;

/// <summary>Stores a whole number of any length as text.</summary>
internal sealed class BigIntegerConverter : JsonConverter<BigInteger>
{
    /// <inheritdoc/>
    public override BigInteger Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) =>
        BigInteger.TryParse(
            reader.GetString(),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : throw new JsonException("Not a whole number.");

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter writer,
        BigInteger value,
        JsonSerializerOptions options
    ) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
}
