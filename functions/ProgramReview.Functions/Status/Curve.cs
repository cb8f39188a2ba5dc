using System.Globalization;
using System.Text;

namespace ProgramReview.Functions.Status;

/// <summary>A step curve of counts over time, in the coordinates of a drawing.</summary>
/// <param name="Start">The left edge.</param>
/// <param name="End">The right edge.</param>
/// <param name="Total">The count at the top edge.</param>
/// <param name="Width">The drawing's width.</param>
/// <param name="Height">The drawing's height.</param>
public sealed record Curve(
    DateTimeOffset Start,
    DateTimeOffset End,
    int Total,
    double Width,
    double Height
)
{
    /// <summary>The path of a count that goes up by one at each instant, drawn up to an instant.</summary>
    public string Path(IEnumerable<DateTimeOffset> instants, DateTimeOffset until)
    {
        var path = new StringBuilder(FormattableString.Invariant($"M0 {Height:0.#}"));
        var count = 0;
        foreach (var step in instants.Where(at => at <= until).Order().GroupBy(at => at))
        {
            count += step.Count();
            path.Append(FormattableString.Invariant($"H{X(step.Key):0.#}V{Y(count):0.#}"));
        }

        return path.Append(FormattableString.Invariant($"H{X(until):0.#}")).ToString();
    }

    /// <summary>The horizontal place of an instant, as text.</summary>
    public string At(DateTimeOffset instant) =>
        X(instant).ToString("0.#", CultureInfo.InvariantCulture);

    private double X(DateTimeOffset instant) =>
        Math.Clamp((instant - Start) / (End - Start), 0, 1) * Width;

    private double Y(int count) => Height - ((double)count / Total * Height);
}
