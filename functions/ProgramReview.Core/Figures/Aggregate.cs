using System.Numerics;
using System.Text.Json.Serialization;

namespace ProgramReview.Core.Figures;

/// <summary>
/// What the bodies below a node make of one cell. It holds what its own parent needs to go on, exactly, so that order and grouping change
/// nothing; rounded is only what is shown.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Sum), "sum")]
[JsonDerivedType(typeof(Mean), "mean")]
[JsonDerivedType(typeof(Spread), "spread")]
public abstract record Aggregate
{
    private Aggregate() { }

    /// <summary>How whole it is.</summary>
    public FigureCounts Counts { get; init; }

    /// <summary>The value; null if nothing makes one.</summary>
    [JsonIgnore]
    public abstract decimal? Value { get; }

    /// <summary>How far the value may be from the truth by the way its parts are written; null if nobody can say.</summary>
    [JsonIgnore]
    public abstract decimal? Error { get; }

    /// <summary>Values added.</summary>
    /// <param name="Total">Their sum.</param>
    /// <param name="Margin">The sum of their errors.</param>
    public sealed record Sum(decimal Total, decimal Margin) : Aggregate
    {
        /// <inheritdoc/>
        public override decimal? Value => Counts.HasAny ? Total : null;

        /// <inheritdoc/>
        public override decimal? Error => Margin;
    }

    /// <summary>The mean of values, each weighted.</summary>
    /// <param name="Moment">The sum of value by weight, in millionths of millionths: the products have more digits than a decimal.</param>
    /// <param name="Weight">The sum of weights.</param>
    /// <param name="WeightMargin">The sum of the weights' errors.</param>
    /// <param name="ValueMargin">The largest error of a value.</param>
    /// <param name="Least">The least value.</param>
    /// <param name="Greatest">The greatest value.</param>
    public sealed record Mean(
        [property: JsonConverter(typeof(BigIntegerConverter))] BigInteger Moment,
        decimal Weight,
        decimal WeightMargin,
        decimal ValueMargin,
        decimal Least,
        decimal Greatest
    ) : Aggregate
    {
        internal const decimal Unit = 0.000001m;

        /// <inheritdoc/>
        public override decimal? Value =>
            Counts.HasAny && Weight > 0 ? Divide(Moment, Units(Weight)) * Unit : null;

        // A mean moves with its values by at most the largest of their errors, and with its weights by what they may shift from one end of the
        // values to the other.
        /// <inheritdoc/>
        public override decimal? Error =>
            Value is { } value && Weight > WeightMargin
                ? ValueMargin
                    + (
                        WeightMargin
                        * decimal.Max(Greatest - value, value - Least)
                        / (Weight - WeightMargin)
                    )
                    + Unit
                : null;

        internal static BigInteger Units(decimal value) => new(value / Unit);

        // Half a unit away from zero.
        private static decimal Divide(BigInteger moment, BigInteger weight) =>
            (decimal)(((2 * moment) + (moment.Sign * weight)) / (2 * weight));
    }

    /// <summary>Values that make none together: they stand side by side.</summary>
    /// <param name="Count">How many.</param>
    /// <param name="Least">The least, or null.</param>
    /// <param name="Greatest">The greatest, or null.</param>
    /// <param name="Values">All of them, ascending; null if there are more than <see cref="Most"/>.</param>
    public sealed record Spread(
        int Count,
        decimal? Least,
        decimal? Greatest,
        IReadOnlyList<decimal>? Values
    ) : Aggregate
    {
        /// <summary>Of more no record holds all, and no median is told.</summary>
        public const int Most = 1_000;

        /// <summary>The one in the middle, or half way between the two; null if there is none or too many.</summary>
        [JsonIgnore]
        public decimal? Median =>
            Values is { Count: > 0 } values
                ? (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2
                : null;

        /// <inheritdoc/>
        public override decimal? Value => null;

        /// <inheritdoc/>
        public override decimal? Error => null;
    }
}
