using ProgramReview.Core.Planning;

namespace ProgramReview.Local.Rehearsal.Reporting;

/// <summary>A warning about the plan, in words.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Path">Where in the plan.</param>
/// <param name="Message">What is to be looked at.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record ReportedWarning(
    string Code,
    string Path,
    LocalizedText Message,
    LocalizedText Remedy
);
