using ProgramReview.Core.Planning;

namespace ProgramReview.Core.Forms;

/// <summary>A section of the form.</summary>
/// <param name="Number">What stands before its title, for example <c>II-</c>.</param>
/// <param name="Section">The section as the plan asks for it.</param>
public sealed record OutlineFormSection(string Number, OutlineSection Section);
