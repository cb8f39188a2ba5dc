namespace ProgramReview.Core.Material;

/// <summary>What is otherwise than in the material before.</summary>
/// <param name="Count">How many reports came, went or changed.</param>
/// <param name="First">The first of them, in the order of the plan.</param>
/// <param name="Figures">Whether figures changed.</param>
public sealed record MaterialChanges(int Count, IReadOnlyList<MaterialChange> First, bool Figures)
{
    /// <summary>More are counted and not named.</summary>
    public const int Most = 500;

    /// <summary>Nothing.</summary>
    public static readonly MaterialChanges None = new(0, [], false);

    /// <summary>With what is otherwise in one more piece.</summary>
    /// <param name="before">The piece in its place before; null: there was none.</param>
    /// <param name="after">The piece now.</param>
    public MaterialChanges With(MaterialPiece? before, MaterialPiece after)
    {
        var former = (before?.Reports ?? []).ToDictionary(
            report => report.Assignment,
            report => report.Sha256
        );
        var changes = after
            .Reports.Select(report => new MaterialChange(
                report.Assignment,
                former.GetValueOrDefault(report.Assignment),
                report.Sha256
            ))
            .Where(change => change.Before != change.After)
            .ToList();
        return this with
        {
            Count = Count + changes.Count,
            First = [.. First, .. changes.Take(Most - First.Count)],
        };
    }
}
