using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Figures;

/// <summary>The figures of one assignment, as the fold takes them: it does not know how a file was read.</summary>
public sealed record ReportFigures
{
    /// <summary>Whose they are.</summary>
    public required AssignmentId Assignment { get; init; }

    /// <summary>Whether the report tells any.</summary>
    public required ReportStanding Standing { get; init; }

    /// <summary>Whether it came late.</summary>
    public bool IsLate { get; init; }

    /// <summary>The code of the part that counts, or null.</summary>
    public string? Part { get; init; }

    /// <summary>SHA-256 of the version that counts, lower-case hexadecimal, or null.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What it says, in any order; empty unless it counts.</summary>
    public IReadOnlyList<ReportedValue> Values { get; init; } = [];

    /// <summary>Those of an assignment of which nothing counts.</summary>
    public static ReportFigures Missing(AssignmentId assignment) =>
        new() { Assignment = assignment, Standing = ReportStanding.Missing };
}
