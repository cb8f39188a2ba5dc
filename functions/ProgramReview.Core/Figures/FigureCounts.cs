using System.Text.Json.Serialization;

namespace ProgramReview.Core.Figures;

/// <summary>
/// How whole an aggregate is. Counted are the bodies directly below that are asked; one that is not asked itself is seen through to those below
/// it.
/// </summary>
public readonly record struct FigureCounts
{
    /// <summary>How many are asked: the N of "n of N".</summary>
    public int Asked { get; init; }

    /// <summary>How many are in it with their own value: the n.</summary>
    public int Given { get; init; }

    /// <summary>How many tell none and say why.</summary>
    public int Excused { get; init; }

    /// <summary>How many tell none and do not say why.</summary>
    public int Blank { get; init; }

    /// <summary>Of how many no report counts.</summary>
    public int Missing { get; init; }

    /// <summary>How many were released.</summary>
    public int Exempt { get; init; }

    /// <summary>How many tell a value that nothing weighs.</summary>
    public int Unweighted { get; init; }

    /// <summary>For how many without a value of their own all below them stand in.</summary>
    public int StoodFor { get; init; }

    /// <summary>For how many some of those below stand in, but not all.</summary>
    public int StoodForInPart { get; init; }

    /// <summary>How many of the values came late.</summary>
    public int Late { get; init; }

    /// <summary>How many of the values are preliminary.</summary>
    public int Preliminary { get; init; }

    /// <summary>How many of the values are estimates.</summary>
    public int Estimated { get; init; }

    /// <summary>How many are blank without a reason, or have a value that was asked about and not explained.</summary>
    public int Unexplained { get; init; }

    /// <summary>Whether anything is in it.</summary>
    [JsonIgnore]
    public bool HasAny => Given + StoodFor + StoodForInPart > 0;

    /// <summary>Whether all who are asked are in it, by themselves or by all below them.</summary>
    [JsonIgnore]
    public bool IsComplete => Asked > 0 && Given + StoodFor == Asked;

    /// <summary>Both together.</summary>
    public static FigureCounts operator +(FigureCounts one, FigureCounts other) =>
        new()
        {
            Asked = one.Asked + other.Asked,
            Given = one.Given + other.Given,
            Excused = one.Excused + other.Excused,
            Blank = one.Blank + other.Blank,
            Missing = one.Missing + other.Missing,
            Exempt = one.Exempt + other.Exempt,
            Unweighted = one.Unweighted + other.Unweighted,
            StoodFor = one.StoodFor + other.StoodFor,
            StoodForInPart = one.StoodForInPart + other.StoodForInPart,
            Late = one.Late + other.Late,
            Preliminary = one.Preliminary + other.Preliminary,
            Estimated = one.Estimated + other.Estimated,
            Unexplained = one.Unexplained + other.Unexplained,
        };

    /// <summary>Both together, as the operator.</summary>
    public static FigureCounts Add(FigureCounts left, FigureCounts right) => left + right;
}
