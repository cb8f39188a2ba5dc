using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Checking.Annex;

/// <summary>What the columns of a sheet hold.</summary>
internal sealed record AnnexColumns
{
    /// <summary>The last row above the first that holds values.</summary>
    public required int HeadRow { get; init; }

    /// <summary>Those of values, from the left; a period may have several.</summary>
    public required IReadOnlyList<AnnexValueColumn> Values { get; init; }

    /// <summary>Those with marks of preliminary values.</summary>
    public required IReadOnlyList<(Period Period, int Column)> Marks { get; init; }

    /// <summary>That of the hidden codes of rows.</summary>
    public int? Code { get; init; }

    /// <summary>That of the names of indicators.</summary>
    public int? Name { get; init; }

    /// <summary>That of the units.</summary>
    public int? Unit { get; init; }

    /// <summary>That of the reasons for what is missing.</summary>
    public int? Reason { get; init; }

    /// <summary>That of remarks.</summary>
    public int? Remark { get; init; }
}
