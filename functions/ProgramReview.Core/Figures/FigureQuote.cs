using System.Text.Json.Serialization;
using ProgramReview.Core.Naming;
using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Figures;

/// <summary>One side of a finding about figures, quoted so that whoever reads it finds the place.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Below), "below")]
[JsonDerivedType(typeof(Expected), "expected")]
[JsonDerivedType(typeof(Target), "target")]
[JsonDerivedType(typeof(Peers), "peers")]
public abstract record FigureQuote
{
    private FigureQuote() { }

    /// <summary>A value of one report.</summary>
    /// <param name="Assignment">Whose report.</param>
    /// <param name="Part">The part.</param>
    /// <param name="Sha256">The version.</param>
    /// <param name="Cell">Where it stands.</param>
    /// <param name="Period">For which time.</param>
    /// <param name="Value">The value.</param>
    public sealed record Report(
        AssignmentId Assignment,
        string? Part,
        string? Sha256,
        string? Cell,
        string Period,
        decimal Value
    ) : FigureQuote
    {
        /// <summary>Quotes what a report says.</summary>
        public static Report Of(Told told, Period period) =>
            new(
                told.Report.Assignment,
                told.Report.Part,
                told.Report.Sha256,
                told.Figure.Cell,
                period.Code,
                told.Figure.Value!.Value
            );
    }

    /// <summary>What the bodies below a node make.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Hash">The hash of its record, which leads to every cell.</param>
    /// <param name="Period">For which time.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Error">How far it may be off by rounding.</param>
    /// <param name="Counts">How whole it is.</param>
    public sealed record Below(
        FanOutNode Node,
        string Hash,
        string Period,
        decimal Value,
        decimal Error,
        FigureCounts Counts
    ) : FigureQuote;

    /// <summary>What the years before lead to.</summary>
    /// <param name="Value">The value.</param>
    /// <param name="Allowed">How far off is still no question.</param>
    public sealed record Expected(decimal Value, decimal Allowed) : FigureQuote;

    /// <summary>What the programme as a whole is to reach.</summary>
    /// <param name="Value">The target.</param>
    public sealed record Target(decimal Value) : FigureQuote;

    /// <summary>What bodies of the same kind say.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="Count">How many say anything.</param>
    /// <param name="Median">The one in the middle.</param>
    public sealed record Peers(string Kind, int Count, decimal Median) : FigureQuote;
}
