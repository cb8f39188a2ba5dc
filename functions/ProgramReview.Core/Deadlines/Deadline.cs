using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Deadlines;

/// <summary>
/// One exclusive instant of whole seconds that decides about people's work. Opaque on purpose: nothing can be compared with it
/// except through <see cref="Timeliness"/>, so that no second rule can grow anywhere else.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly struct Deadline : IEquatable<Deadline>
{
    private readonly DateTimeOffset instant;

    private Deadline(DateTimeOffset instant) => this.instant = instant;

    /// <summary>The deadline at an instant of whole seconds.</summary>
    /// <exception cref="ArgumentException">The instant has a fraction of a second.</exception>
    public static Deadline At(DateTimeOffset instant) =>
        instant.Ticks % TimeSpan.TicksPerSecond == 0
            ? new Deadline(instant)
            : throw new ArgumentException(
                "A deadline is an instant of whole seconds.",
                nameof(instant)
            );

    /// <summary>The instant in a zone, for showing only.</summary>
    public DateTimeOffset Show(TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone);

    /// <summary>The time left; zero or less once the deadline is reached.</summary>
    public TimeSpan Remaining(DateTimeOffset now) => instant - now;

    /// <summary>Whether no time is left: for closing doors, waking and reminding, never for a verdict about what was sent.</summary>
    public bool HasPassed(DateTimeOffset now) => Remaining(now) <= TimeSpan.Zero;

    /// <summary>The earlier of a permission's expiry and the deadline.</summary>
    public DateTimeOffset CapExpiry(DateTimeOffset expiry) => expiry < instant ? expiry : instant;

    /// <summary>How far an instant lies from the deadline; negative before it. For reports, not for judging.</summary>
    public TimeSpan DistanceFrom(DateTimeOffset other) => other - instant;

    /// <summary>The deadline so many hours later.</summary>
    public Deadline MovedBy(int hours) => new(instant.AddHours(hours));

    /// <summary>The deadline so much later; a fraction of a second is rounded up.</summary>
    public Deadline MovedBy(TimeSpan time) => new(WholeSecond.From(instant + time));

    /// <summary>Whether this deadline comes after another.</summary>
    public bool IsAfter(Deadline other) => instant > other.instant;

    /// <summary>The one comparison of an observed instant with a deadline; only <see cref="Timeliness"/> calls it.</summary>
    internal bool IsReachedBy(DateTimeOffset observed) => observed >= instant;

    /// <inheritdoc/>
    public bool Equals(Deadline other) => instant.Equals(other.instant);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Deadline other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => instant.GetHashCode();

    /// <summary>Round-trip text with the offset, as in plan files.</summary>
    public override string ToString() =>
        instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Whether two deadlines are the same instant.</summary>
    public static bool operator ==(Deadline left, Deadline right) => left.Equals(right);

    /// <summary>Whether two deadlines are different instants.</summary>
    public static bool operator !=(Deadline left, Deadline right) => !left.Equals(right);

    private sealed class Converter : JsonConverter<Deadline>
    {
        // yyyy-MM-ddTHH:mm:ss, which is followed by Z or an offset.
        private const int Seconds = 19;
        private const int Offset = 6;

        public override Deadline Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) =>
            // An instant without an offset would be another one on every machine.
            reader.TokenType == JsonTokenType.String
            && HasOffset(reader.GetString()!)
            && reader.TryGetDateTimeOffset(out var instant)
                ? At(instant)
                : throw new JsonException("Not a deadline: whole seconds with an offset.");

        // What stands before is left to the reader: it takes the one order of digits that the standard has.
        private static bool HasOffset(string text) =>
            text.Length switch
            {
                Seconds + 1 => text[Seconds] == 'Z',
                Seconds + Offset => text[Seconds] is '+' or '-',
                _ => false,
            };

        public override void Write(
            Utf8JsonWriter writer,
            Deadline value,
            JsonSerializerOptions options
        ) => writer.WriteStringValue(value.ToString());
    }
}
