namespace ProgramReview.Core.Checking;

/// <summary>A section whose text is another than before.</summary>
/// <param name="Section">Its code.</param>
/// <param name="Before">How many letters and digits it had; null: there was none.</param>
/// <param name="After">How many it has; null: there is none.</param>
public sealed record SectionChange(string Section, int? Before, int? After);
