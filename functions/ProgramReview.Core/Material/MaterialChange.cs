using ProgramReview.Core.Naming;

namespace ProgramReview.Core.Material;

/// <summary>A report that is another one than in the material before.</summary>
/// <param name="Assignment">The report.</param>
/// <param name="Before">The file that was in it; null: none.</param>
/// <param name="After">The file that is in it; null: none.</param>
public sealed record MaterialChange(AssignmentId Assignment, string? Before, string? After);
