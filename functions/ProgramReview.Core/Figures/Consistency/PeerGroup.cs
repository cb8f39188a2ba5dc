namespace ProgramReview.Core.Figures.Consistency;

/// <summary>What bodies of one kind say in one cell, in short: whoever knows it can tell of each of them whether it stands far off.</summary>
/// <param name="Kind">The kind of body.</param>
/// <param name="Cell">The cell of the layout.</param>
/// <param name="Count">How many tell a value.</param>
/// <param name="Middle">The one in the middle, on the scale of places: of counts and amounts the logarithm.</param>
/// <param name="Spread">The median deviation from it, made comparable with a standard deviation; above zero.</param>
/// <param name="Median">The value in the middle.</param>
public sealed record PeerGroup(
    string Kind,
    int Cell,
    int Count,
    double Middle,
    double Spread,
    decimal Median
);
